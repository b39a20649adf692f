/** What an estate's compliance looks like to people who have to act on it, or to pay for it. */
@NullMarked
package io.tagcompliance.core.report;

import org.jspecify.annotations.NullMarked;
