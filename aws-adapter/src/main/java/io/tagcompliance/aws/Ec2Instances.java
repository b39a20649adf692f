package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Inline;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.policy.ResourceType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

/** EC2 instances. Those that are terminated, or on the way there, stay listed for an hour and are no resources. */
final class Ec2Instances {
    private static final int PAGE = 1000;

    static final AwsType TYPE = new AwsType(
            new ResourceType("ec2:instance"),
            new Arn.Shape("ec2", "instance/"),
            Listing.of(Operation.of("ec2:DescribeInstances"), Ec2Instances::page),
            new Inline(Ec2Instances::lookup));

    private Ec2Instances() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeInstancesResponse answer = client(place).describeInstances(request -> {
            request.maxResults(PAGE).filters(existing());
            token.into(request::nextToken);
        });
        return Page.of(entries(place, answer), answer.nextToken());
    }

    /** By filter, since one missing id in the list of ids would spoil the answer for all. */
    private static List<Entry> lookup(Place place, List<Arn> arns) {
        List<String> ids = arns.stream().map(Arn::name).toList();
        Filter named = Filter.builder().name("instance-id").values(ids).build();
        return entries(place, client(place).describeInstances(request -> request.filters(existing(), named)));
    }

    private static List<Entry> entries(Place place, DescribeInstancesResponse answer) {
        return answer.reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .map(instance -> entry(place, instance))
                .toList();
    }

    private static Entry entry(Place place, Instance instance) {
        Map<String, String> tags = Entry.tags(instance.tags(), Tag::key, Tag::value);
        Arn arn = place.arn("ec2", "instance/" + instance.instanceId());
        return new Entry(arn, tags.getOrDefault("Name", instance.instanceId()), made(instance), tags);
    }

    /** EC2 tells the last start only; what was attached first is older where the instance was stopped in between. */
    private static Creation made(Instance instance) {
        Stream<Instant> disks = instance.blockDeviceMappings().stream()
                .filter(disk -> disk.ebs() != null)
                .map(disk -> disk.ebs().attachTime());
        return Stream.concat(Stream.of(instance).map(Instance::launchTime), disks)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Entry::made)
                .orElse(Creation.UNKNOWN);
    }

    private static Filter existing() {
        return Filter.builder()
                .name("instance-state-name")
                .values("pending", "running", "stopping", "stopped")
                .build();
    }

    private static Ec2Client client(Place place) {
        return place.client(Ec2Client.class, Ec2Client::builder);
    }
}
