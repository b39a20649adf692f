/** The program: settings, wiring, and the entry point. */
@NullMarked
package io.tagcompliance.server;

import org.jspecify.annotations.NullMarked;
