package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;

/** A way for a cloud to misbehave. */
public sealed interface Trouble {
    /** Every call to one region is denied. */
    record RegionDenied(Region region) implements Trouble {}

    /** The tags of one resource can't be read; the resource itself can be listed. */
    record TagsDenied(ResourceId id) implements Trouble {}

    /** Looking for one resource by its id is denied. */
    record LookupDenied(ResourceId id) implements Trouble {}

    /** The next calls, that many in all, are told to slow down. */
    record Throttled(int calls) implements Trouble {}

    /** Every call is told that the credentials have expired; the cloud's message repeats the secret. */
    record CredentialsExpired() implements Trouble {}

    /** Some listing names the same next page for ever. */
    record PagesRepeat() implements Trouble {}

    /** Calls hang for a minute. */
    record Stalled() implements Trouble {}
}
