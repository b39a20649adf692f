/** Reports as documents, in which no text of strangers can do anything. */
@NullMarked
package io.tagcompliance.server.document;

import org.jspecify.annotations.NullMarked;
