/**
 * Estates from files: exported inventories of any cloud ({@link io.tagcompliance.snapshot.EstateFile}) and a made-up
 * company to try everything on ({@link io.tagcompliance.snapshot.DemoEstate}).
 */
@NullMarked
package io.tagcompliance.snapshot;

import org.jspecify.annotations.NullMarked;
