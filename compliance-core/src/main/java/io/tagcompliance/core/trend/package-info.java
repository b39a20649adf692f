/** How an estate changes: its score over time, and single tags between two scans. */
@NullMarked
package io.tagcompliance.core.trend;

import org.jspecify.annotations.NullMarked;
