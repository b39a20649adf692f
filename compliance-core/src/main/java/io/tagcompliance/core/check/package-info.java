/** The use-cases about tags and rules: check an estate, find what is untagged, validate single resources, show the policy. */
@NullMarked
package io.tagcompliance.core.check;

import org.jspecify.annotations.NullMarked;
