/** How much of the bill somebody can be made to answer for. */
@NullMarked
package io.tagcompliance.core.attribution;

import org.jspecify.annotations.NullMarked;
