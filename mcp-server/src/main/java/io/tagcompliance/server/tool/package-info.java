/** The tools: what each takes, which one use-case it calls, and how its answer is shaped. Knows no protocol. */
@NullMarked
package io.tagcompliance.server.tool;

import org.jspecify.annotations.NullMarked;
