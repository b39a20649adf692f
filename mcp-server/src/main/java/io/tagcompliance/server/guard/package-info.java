/** What stands before and after each call of a tool: the audit trail, the deadline, and errors made fit for strangers. */
@NullMarked
package io.tagcompliance.server.guard;

import org.jspecify.annotations.NullMarked;
