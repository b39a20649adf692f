/** A tagging policy as pure data: rules, scopes, severities, and the words they are written in. */
@NullMarked
package io.tagcompliance.policy;

import org.jspecify.annotations.NullMarked;
