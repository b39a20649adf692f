package io.tagcompliance.core.resource;

import java.util.Map;

/** The tags of a resource, known or unknown. Unknown is not untagged. */
public sealed interface TagReading {

    /** These tags and no others; none at all is knowledge too. */
    record Known(Tags tags) implements TagReading {}

    /** The resource is there, its tags could not be read. */
    record Unknown(ReadFailure failure) implements TagReading {}

    static TagReading known(Map<String, String> tags) {
        return new Known(Tags.of(tags));
    }
}
