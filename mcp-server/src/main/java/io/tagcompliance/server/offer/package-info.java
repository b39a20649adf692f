/** What clients are offered, whatever revision of the protocol they speak. */
@NullMarked
package io.tagcompliance.server.offer;

import org.jspecify.annotations.NullMarked;
