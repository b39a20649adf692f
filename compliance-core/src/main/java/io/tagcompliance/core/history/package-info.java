/** What is kept of scans. */
@NullMarked
package io.tagcompliance.core.history;

import org.jspecify.annotations.NullMarked;
