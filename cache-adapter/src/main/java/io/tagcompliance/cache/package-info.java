/** Keeps scans until they expire: in this process. */
@NullMarked
package io.tagcompliance.cache;

import org.jspecify.annotations.NullMarked;
