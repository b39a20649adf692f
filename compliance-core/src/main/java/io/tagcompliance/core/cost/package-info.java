/** Money, the lines of bills, and what single resources cost. */
@NullMarked
package io.tagcompliance.core.cost;

import org.jspecify.annotations.NullMarked;
