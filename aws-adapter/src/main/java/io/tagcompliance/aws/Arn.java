package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.Cloud;
import java.util.Optional;

/** An Amazon Resource Name in its parts. Region and account are empty where the service leaves them out, as S3 does. */
record Arn(String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;

    /** The parts of a text; empty where it is no ARN. */
    static Optional<Arn> read(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals("arn") || parts[PARTS - 1].isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
    }

    /** The last part of what it names: {@code i-0123} of {@code instance/i-0123}. */
    String name() {
        return resource.substring(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1);
    }

    ResourceId id() {
        return new ResourceId(Cloud.AWS, toString());
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }

    /**
     * The form of the ARNs of one type.
     *
     * @param service the service in it
     * @param prefix  what stands before the name: {@code instance/}, or nothing
     */
    record Shape(String service, String prefix) {
        /** Whether it is the ARN of such a resource, and not of a part or version of one. */
        boolean fits(Arn arn) {
            return arn.service().equals(service)
                    && arn.resource().startsWith(prefix)
                    && arn.resource().substring(prefix.length()).matches("[^:/]+");
        }
    }
}
