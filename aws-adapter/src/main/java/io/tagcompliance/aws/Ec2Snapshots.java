package io.tagcompliance.aws;

import io.tagcompliance.aws.Ec2Type.Ask;
import io.tagcompliance.core.resource.ParentLink.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** Snapshots of disks and images of machines. EC2 would also list those that others own and share or publish. */
final class Ec2Snapshots {
    private static final String OWN = "self";

    /** A snapshot that was copied has no volume, and EC2 says so with an id of its own. */
    private static final String NO_VOLUME = "vol-ffffffff";

    static final AwsType SNAPSHOT =
            Ec2Type.of("snapshot", "snapshot-id", "ec2:DescribeSnapshots", Ec2Snapshots::snapshots);
    static final AwsType IMAGE = Ec2Type.of("image", "image-id", "ec2:DescribeImages", Ec2Snapshots::images);

    private Ec2Snapshots() {}

    private static Page<Entry> snapshots(Ask ask) {
        DescribeSnapshotsResponse answer = ask.client().describeSnapshots(request -> {
            request.ownerIds(OWN);
            ask.into(request::filters, request::maxResults, request::nextToken);
        });
        return Page.of(
                answer.snapshots().stream()
                        .filter(snapshot -> ask.owns(snapshot.ownerId()))
                        .map(snapshot -> entry(ask, snapshot))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Ask ask, Snapshot snapshot) {
        return ask.entry(snapshot.snapshotId(), snapshot.tags())
                .createdAt(snapshot.startTime())
                .inState(snapshot.stateAsString())
                .of(Kind.VOLUME, NO_VOLUME.equals(snapshot.volumeId()) ? null : snapshot.volumeId());
    }

    private static Page<Entry> images(Ask ask) {
        DescribeImagesResponse answer = ask.client().describeImages(request -> {
            request.owners(OWN);
            ask.into(request::filters, request::maxResults, request::nextToken);
        });
        return Page.of(
                answer.images().stream()
                        .filter(image -> ask.owns(image.ownerId()))
                        .map(image -> entry(ask, image))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Ask ask, Image image) {
        Entry entry = ask.entry(image.imageId(), image.tags());
        return entry.createdAt(instant(image.creationDate()))
                .inState(image.stateAsString())
                .of(Kind.INSTANCE, image.sourceInstanceId());
    }

    /** EC2 tells the time of images as text. */
    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unknown) {
            return null;
        }
    }
}
