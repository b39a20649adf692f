package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Inline;
import io.tagcompliance.policy.ResourceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;

/** EBS volumes, without those that are being deleted. */
final class Ec2Volumes {
    private static final int PAGE = 1000;
    private static final Set<VolumeState> GONE = EnumSet.of(VolumeState.DELETING, VolumeState.DELETED);

    static final AwsType TYPE = new AwsType(
            new ResourceType("ec2:volume"),
            new Arn.Shape("ec2", "volume/"),
            Listing.of(Operation.of("ec2:DescribeVolumes"), Ec2Volumes::page),
            new Inline(Ec2Volumes::lookup));

    private Ec2Volumes() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeVolumesResponse answer = client(place).describeVolumes(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(entries(place, answer), answer.nextToken());
    }

    private static List<Entry> lookup(Place place, List<Arn> arns) {
        List<String> ids = arns.stream().map(Arn::name).toList();
        Filter named = Filter.builder().name("volume-id").values(ids).build();
        return entries(place, client(place).describeVolumes(request -> request.filters(named)));
    }

    private static List<Entry> entries(Place place, DescribeVolumesResponse answer) {
        return answer.volumes().stream()
                .filter(volume -> !GONE.contains(volume.state()))
                .map(volume -> entry(place, volume))
                .toList();
    }

    private static Entry entry(Place place, Volume volume) {
        Map<String, String> tags = Entry.tags(volume.tags(), Tag::key, Tag::value);
        Arn arn = place.arn("ec2", "volume/" + volume.volumeId());
        return new Entry(arn, tags.getOrDefault("Name", volume.volumeId()), Entry.made(volume.createTime()), tags);
    }

    private static Ec2Client client(Place place) {
        return place.client(Ec2Client.class, Ec2Client::builder);
    }
}
