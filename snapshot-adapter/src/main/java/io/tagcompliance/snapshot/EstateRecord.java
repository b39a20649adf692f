package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;

/** What one record of an estate file says. */
sealed interface EstateRecord {
    /** There is a resource. */
    record Present(Resource resource) implements EstateRecord {}

    /** The export could not read a part of the estate. An empty set in it stands for everything. */
    record NotRead(Scope part, ReadFailure failure) implements EstateRecord {}
}
