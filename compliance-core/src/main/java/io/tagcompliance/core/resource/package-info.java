/** Resources as values: where they lie, what they are called, which tags they carry, and what could not be read. */
@NullMarked
package io.tagcompliance.core.resource;

import org.jspecify.annotations.NullMarked;
