/** What clients are offered beside tools: resources to read, prompts to start from, and words to complete. */
@NullMarked
package io.tagcompliance.server.catalogue;

import org.jspecify.annotations.NullMarked;
