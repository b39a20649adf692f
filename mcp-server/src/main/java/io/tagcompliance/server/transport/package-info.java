/** The protocol on stdio. The only place that knows the MCP SDK. */
@NullMarked
package io.tagcompliance.server.transport;

import org.jspecify.annotations.NullMarked;
