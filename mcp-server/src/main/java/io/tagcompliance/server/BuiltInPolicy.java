package io.tagcompliance.server;

import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Policies that come with the program. */
final class BuiltInPolicy {
    private BuiltInPolicy() {}

    /** What is judged by where no policy is set. */
    static PolicySource starter() {
        try (InputStream in = Objects.requireNonNull(BuiltInPolicy.class.getResourceAsStream("starter-policy.json"))) {
            return of(in.readAllBytes(), "starter policy, since none is set; set --policy FILE");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static PolicySource of(byte[] json, String origin) {
        return switch (PolicyReader.read(json)) {
            case PolicyReading.Accepted accepted -> {
                PolicySource.PolicyInForce inForce =
                        new PolicySource.PolicyInForce(accepted.policy(), origin, new PolicySource.Health.Sound());
                yield () -> inForce;
            }
            case PolicyReading.Rejected rejected -> throw new IllegalStateException(rejected.toString());
        };
    }
}
