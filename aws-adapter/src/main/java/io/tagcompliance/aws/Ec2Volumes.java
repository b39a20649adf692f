package io.tagcompliance.aws;

import io.tagcompliance.aws.Ec2Type.Ask;
import io.tagcompliance.core.resource.ParentLink.Kind;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/** EBS volumes. */
final class Ec2Volumes {
    static final AwsType TYPE = Ec2Type.of("volume", "volume-id", "ec2:DescribeVolumes", Ec2Volumes::describe);

    private Ec2Volumes() {}

    private static Page<Entry> describe(Ask ask) {
        DescribeVolumesResponse answer = ask.client()
                .describeVolumes(request -> ask.into(request::filters, request::maxResults, request::nextToken));
        return Page.of(
                answer.volumes().stream().map(volume -> entry(ask, volume)).toList(), answer.nextToken());
    }

    private static Entry entry(Ask ask, Volume volume) {
        Entry entry = ask.entry(volume.volumeId(), volume.tags())
                .createdAt(volume.createTime())
                .inState(volume.stateAsString());
        return volume.attachments().stream()
                .map(VolumeAttachment::instanceId)
                .reduce(entry, (attached, instance) -> attached.of(Kind.INSTANCE, instance), (one, other) -> other);
    }
}
