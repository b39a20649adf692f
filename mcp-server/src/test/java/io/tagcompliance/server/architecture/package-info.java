/** The boundaries and the style of the house, as tests; under {@code planted}, each rule is broken once. */
@NullMarked
package io.tagcompliance.server.architecture;

import org.jspecify.annotations.NullMarked;
