/** What missing tags should be: evidence that the estate holds, how often such evidence is right there, and silence otherwise. */
@NullMarked
package io.tagcompliance.core.advice;

import org.jspecify.annotations.NullMarked;
