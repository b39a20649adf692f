/** Bills from FOCUS and CUR exports, read by SQL where they lie. {@link io.tagcompliance.billing.BillFiles} is the entry. */
@NullMarked
package io.tagcompliance.billing;

import org.jspecify.annotations.NullMarked;
