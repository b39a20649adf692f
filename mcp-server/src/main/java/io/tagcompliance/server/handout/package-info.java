/** Files made for people: exports and reports, kept for a day under the data directory and served as resources. */
@NullMarked
package io.tagcompliance.server.handout;

import org.jspecify.annotations.NullMarked;
