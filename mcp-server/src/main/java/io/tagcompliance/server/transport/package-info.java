/** Messages of JSON-RPC, and what speaks the eras of the protocol: what every front end and every transport has in common. */
@NullMarked
package io.tagcompliance.server.transport;

import org.jspecify.annotations.NullMarked;
