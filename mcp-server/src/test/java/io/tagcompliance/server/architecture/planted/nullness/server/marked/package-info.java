/** What a package should say of itself. */
@NullMarked
package io.tagcompliance.server.architecture.planted.nullness.server.marked;

import org.jspecify.annotations.NullMarked;
