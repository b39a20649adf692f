package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.ReadFailure;

/** How the reading of a bill ended. */
public sealed interface BillReading {
    /** It was read to its end. */
    record Read(BillFacts facts) implements BillReading {}

    /** It could not be read, or not to its end: what it costs is unknown, and never nothing. */
    record Unknown(ReadFailure failure) implements BillReading {}
}
