package io.tagcompliance.server.architecture.planted.entries.aws;

public final class AwsCloud {
    private AwsCloud() {}

    /** Not at the top, so not an entry of its own. */
    public record Answer() {}
}
