/** Judges tags by a policy: the compiled policy, verdicts and violations. */
@NullMarked
package io.tagcompliance.core.evaluation;

import org.jspecify.annotations.NullMarked;
