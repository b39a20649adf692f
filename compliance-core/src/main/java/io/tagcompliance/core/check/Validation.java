package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;

/** What came of validating one resource, or one that doesn't exist yet. */
public sealed interface Validation {

    /** The resource is there, and this is the verdict. */
    record Evaluated(Resource resource, Verdict verdict) implements Validation {}

    /** There is no such resource. */
    record Absent(ResourceId id) implements Validation {}

    /** Nobody knows whether it is there. */
    record Unreadable(ResourceId id, ReadFailure failure) implements Validation {}

    /** The text is no full identifier. */
    record NoIdentifier(String text, String reason) implements Validation {}

    /** The verdict on a proposal. */
    record WouldBe(Proposal proposal, Verdict verdict) implements Validation {}
}
