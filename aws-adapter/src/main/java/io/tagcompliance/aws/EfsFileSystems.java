package io.tagcompliance.aws;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.Tag;

/** EFS file systems, without those that are being deleted. */
final class EfsFileSystems {
    private static final int PAGE = 100;
    private static final Operation DESCRIBE = Operation.of("elasticfilesystem:DescribeFileSystems");
    private static final Set<LifeCycleState> GONE = EnumSet.of(LifeCycleState.DELETING, LifeCycleState.DELETED);

    static final AwsType TYPE = AwsType.named("elasticfilesystem:file-system", "file-system/")
            .listedBy(DESCRIBE.name(), EfsFileSystems::page)
            .withTags(DESCRIBE, EfsFileSystems::tags);

    private EfsFileSystems() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeFileSystemsResponse answer = client(place).describeFileSystems(request -> {
            request.maxItems(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.fileSystems().stream()
                        .filter(system -> !GONE.contains(system.lifeCycleState()))
                        .map(EfsFileSystems::entry)
                        .toList(),
                answer.nextMarker());
    }

    private static Entry entry(FileSystemDescription system) {
        return Entry.of(system.fileSystemArn(), system.fileSystemId())
                .called(system.name())
                .createdAt(system.creationTime())
                .inState(system.lifeCycleStateAsString())
                .tagged(Entry.tags(system.tags(), Tag::key, Tag::value));
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place).describeFileSystems(request -> request.fileSystemId(arn.name())).fileSystems().stream()
                .filter(system -> !GONE.contains(system.lifeCycleState()))
                .findFirst()
                .map(system -> Entry.tags(system.tags(), Tag::key, Tag::value))
                .orElseThrow(AwsFailures::absent);
    }

    private static EfsClient client(Place place) {
        return place.client(EfsClient.class, EfsClient::builder);
    }
}
