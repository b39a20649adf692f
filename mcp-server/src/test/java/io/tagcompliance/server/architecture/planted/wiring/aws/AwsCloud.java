package io.tagcompliance.server.architecture.planted.wiring.aws;

public final class AwsCloud {
    private AwsCloud() {}

    public static AwsCloud open() {
        return new AwsCloud();
    }
}
