/** The revisions of the protocol that begin with a handshake, up to 2025-11-25. The only place that knows the MCP SDK. */
@NullMarked
package io.tagcompliance.server.transport.classic;

import org.jspecify.annotations.NullMarked;
