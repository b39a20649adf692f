/** The protocol on standard input and output: lines, and the front end that each message belongs to. */
@NullMarked
package io.tagcompliance.server.transport.stdio;

import org.jspecify.annotations.NullMarked;
