package io.tagcompliance.aws;

import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.Cloud;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** That of a resource, as AWS itself tells it. */
    static Arn of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("AWS told an ARN that is none"));
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
     * @param service  the service in it
     * @param resource how it goes on, from its first letter to its last; the first group is the name for people
     */
    record Shape(String service, Pattern resource) {
        /** One of a single word after the prefix: {@code instance/}, or nothing. */
        Shape(String service, String prefix) {
            this(service, prefix, "([^:/]+)");
        }

        /** One whose name goes on in a way of its own after the prefix. */
        Shape(String service, String prefix, String name) {
            this(service, Pattern.compile(Pattern.quote(prefix) + name));
        }

        /** Whether it is the ARN of such a resource, and not of a part or version of one. */
        boolean fits(Arn arn) {
            return arn.service().equals(service)
                    && resource.matcher(arn.resource()).matches();
        }

        /** The name of a resource of this type, for people. */
        String nameIn(Arn arn) {
            Matcher parts = resource.matcher(arn.resource());
            return parts.matches() ? parts.group(1) : arn.name();
        }
    }
}
