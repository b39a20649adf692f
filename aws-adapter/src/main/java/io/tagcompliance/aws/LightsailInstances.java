package io.tagcompliance.aws;

import java.util.List;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetInstancesResponse;
import software.amazon.awssdk.services.lightsail.model.Instance;
import software.amazon.awssdk.services.lightsail.model.Tag;

/** Lightsail instances. Lightsail knows no filter, and calls single ones by a name that is not in their ARNs: they are
 * found in its list. */
final class LightsailInstances {
    private static final Operation LIST = Operation.of("lightsail:GetInstances");

    static final AwsType TYPE = AwsType.named("lightsail:Instance", "Instance/")
            .listedBy(LIST.name(), LightsailInstances::page)
            .foundBy(LightsailInstances::lookup);

    private LightsailInstances() {}

    /** Lightsail sets the size of its pages by itself. */
    private static Page<Entry> page(Place place, Token token) {
        GetInstancesResponse answer = client(place).getInstances(request -> {
            token.into(request::pageToken);
        });
        return Page.of(
                answer.instances().stream().map(LightsailInstances::entry).toList(), answer.nextPageToken());
    }

    private static Entry entry(Instance instance) {
        Entry entry = Entry.of(instance.arn(), instance.name())
                .createdAt(instance.createdAt())
                .tagged(Entry.tags(instance.tags(), Tag::key, Tag::value));
        return instance.state() == null ? entry : entry.inState(instance.state().name());
    }

    private static List<Entry> lookup(Place place, List<Arn> arns) {
        return Page.all(LIST, token -> page(place, token)).stream()
                .filter(entry -> arns.contains(entry.arn()))
                .toList();
    }

    private static LightsailClient client(Place place) {
        return place.client(LightsailClient.class, LightsailClient::builder);
    }
}
