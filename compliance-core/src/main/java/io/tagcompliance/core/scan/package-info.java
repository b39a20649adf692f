/** Makes scans: all clouds side by side, one scan for however many ask, remembered until it expires. */
@NullMarked
package io.tagcompliance.core.scan;

import org.jspecify.annotations.NullMarked;
