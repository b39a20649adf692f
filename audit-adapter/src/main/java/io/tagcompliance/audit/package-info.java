/** The audit trail in SQLite: intent before the work, result after it, in a chain of hashes. */
@NullMarked
package io.tagcompliance.audit;

import org.jspecify.annotations.NullMarked;
