/** What can be set, where it is read from, and what is refused. */
@NullMarked
package io.tagcompliance.server.settings;

import org.jspecify.annotations.NullMarked;
