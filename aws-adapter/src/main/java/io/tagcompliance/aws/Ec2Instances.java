package io.tagcompliance.aws;

import io.tagcompliance.aws.Ec2Type.Ask;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;

/** EC2 instances. Those that are terminated, or on the way there, stay listed for an hour and are no resources. */
final class Ec2Instances {
    static final AwsType TYPE = Ec2Type.of("instance", "instance-id", "ec2:DescribeInstances", Ec2Instances::describe);

    private Ec2Instances() {}

    private static Page<Entry> describe(Ask all) {
        Ask ask = all.filteredBy("instance-state-name", "pending", "running", "stopping", "stopped");
        DescribeInstancesResponse answer = ask.client()
                .describeInstances(request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(instance -> entry(ask, instance))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Ask ask, Instance instance) {
        Entry entry = ask.entry(instance.instanceId(), instance.tags()).createdAt(made(instance));
        return instance.state() == null ? entry : entry.inState(instance.state().nameAsString());
    }

    /** EC2 tells the last start only; what was attached first is older where the instance was stopped in between. */
    private static @Nullable Instant made(Instance instance) {
        Stream<Instant> disks = instance.blockDeviceMappings().stream()
                .filter(disk -> disk.ebs() != null)
                .map(disk -> disk.ebs().attachTime());
        return Stream.concat(Stream.ofNullable(instance.launchTime()), disks)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
