/** A contract for each port with several adapters, an in-memory cloud, named fixtures, and a clock that is set by hand. */
@NullMarked
package io.tagcompliance.testkit;

import org.jspecify.annotations.NullMarked;
