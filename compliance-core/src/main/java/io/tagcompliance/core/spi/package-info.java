/** What an adapter implements: ports, as plain nouns. Nothing here knows a use-case. */
@NullMarked
package io.tagcompliance.core.spi;

import org.jspecify.annotations.NullMarked;
