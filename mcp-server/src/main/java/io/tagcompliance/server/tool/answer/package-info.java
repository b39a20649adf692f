/** The answers of the tools, field by field: the contract with clients. Fields are added freely, never renamed or dropped. */
@NullMarked
package io.tagcompliance.server.tool.answer;

import org.jspecify.annotations.NullMarked;
