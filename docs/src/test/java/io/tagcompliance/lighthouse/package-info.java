/** Lighthouse, a cloud that doesn't exist: the example of the page {@code docs/add-a-cloud.md}. */
@NullMarked
package io.tagcompliance.lighthouse;

import org.jspecify.annotations.NullMarked;
