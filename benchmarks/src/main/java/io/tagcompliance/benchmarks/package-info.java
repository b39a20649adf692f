/** The bars of {@code docs/performance.md} as programs: each checks first that both of its sides say the same. */
@NullMarked
package io.tagcompliance.benchmarks;

import org.jspecify.annotations.NullMarked;
