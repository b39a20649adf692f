/** The command line, over the same tools as the server. */
@NullMarked
package io.tagcompliance.server.cli;

import org.jspecify.annotations.NullMarked;
