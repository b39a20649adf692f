/** Revision 2026-07-28 of the protocol, where each request stands for itself. Our own, without the SDK. */
@NullMarked
package io.tagcompliance.server.transport.modern;

import org.jspecify.annotations.NullMarked;
