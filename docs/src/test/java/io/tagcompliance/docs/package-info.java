/** What the pages promise, held against what is so. */
@NullMarked
package io.tagcompliance.docs;

import org.jspecify.annotations.NullMarked;
