package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.Tag;

/** EFS file systems. */
final class EfsFileSystems {
    private static final int PAGE = 100;
    private static final Operation DESCRIBE = Operation.of("elasticfilesystem:DescribeFileSystems");

    static final AwsType TYPE = AwsType.named("elasticfilesystem:file-system", "file-system/")
            .listedBy(DESCRIBE.name(), EfsFileSystems::page)
            .withTags(DESCRIBE, EfsFileSystems::tags);

    private EfsFileSystems() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeFileSystemsResponse answer = client(place).describeFileSystems(request -> {
            request.maxItems(PAGE);
            token.into(request::marker);
        });
        return Page.of(answer.fileSystems().stream().map(EfsFileSystems::entry).toList(), answer.nextMarker());
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
                .filter(system -> !Entry.isGone(system.lifeCycleStateAsString()))
                .findFirst()
                .map(system -> Entry.tags(system.tags(), Tag::key, Tag::value))
                .orElseThrow(AwsFailures::absent);
    }

    private static EfsClient client(Place place) {
        return place.client(EfsClient.class, EfsClient::builder);
    }
}
