/** Tag compliance for other programs to embed: start at {@link io.tagcompliance.core.TagCompliance}. */
@NullMarked
package io.tagcompliance.core;

import org.jspecify.annotations.NullMarked;
