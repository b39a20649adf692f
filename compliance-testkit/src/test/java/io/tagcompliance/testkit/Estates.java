package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Resources and policies of a line each. */
final class Estates {
    static final ReadFailure DENIED = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "x:ListTags", "allow it");

    private Estates() {}

    /** A resource named by its place and a short name: {@code eu-west-1 ec2:instance i-1}. */
    static Resource resource(String place, Map<String, String> tags) {
        return resource(place, TagReading.known(tags));
    }

    static Resource resource(String place, TagReading tags) {
        String[] words = place.split(" ");
        String service = words[1].substring(0, words[1].indexOf(':'));
        return new Resource(
                id(service, words[0], words[2]),
                new ResourceType(words[1]),
                new Location(InMemoryCloud.ACCOUNT, new Region(words[0])),
                words[2],
                tags,
                Creation.UNKNOWN);
    }

    static Resource in(AccountId account, Resource resource) {
        return new Resource(
                resource.id(),
                resource.type(),
                new Location(account, resource.location().region()),
                resource.name(),
                resource.tags(),
                resource.creation());
    }

    static ResourceId id(String service, String region, String name) {
        return new ResourceId(Cloud.AWS, "arn:aws:" + service + ":" + region + ":111111111111:" + name);
    }

    static byte[] file(String name) {
        try (InputStream file = Objects.requireNonNull(Estates.class.getResourceAsStream("/policies/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static TagPolicy policyFile(String name) {
        return ((PolicyReading.Accepted) PolicyReader.read(file(name))).policy();
    }

    static TagPolicy policy(String fields) {
        String text = "{\"version\":\"1.0\"," + fields + "}";
        return ((PolicyReading.Accepted) PolicyReader.read(text.getBytes(StandardCharsets.UTF_8))).policy();
    }
}
