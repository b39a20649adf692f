/** Reads, checks and writes policy files. The only place that knows their JSON. */
@NullMarked
package io.tagcompliance.policy.json;

import org.jspecify.annotations.NullMarked;
