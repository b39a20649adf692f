package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.fsx.FSxClient;
import software.amazon.awssdk.services.fsx.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.fsx.model.FileSystem;
import software.amazon.awssdk.services.fsx.model.Tag;

/** FSx file systems. FSx sets the size of its pages by itself. */
final class FsxFileSystems {
    private static final Operation DESCRIBE = Operation.of("fsx:DescribeFileSystems");

    static final AwsType TYPE = AwsType.named("fsx:file-system", "file-system/")
            .listedBy(DESCRIBE.name(), FsxFileSystems::page)
            .withTags(DESCRIBE, FsxFileSystems::tags);

    private FsxFileSystems() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeFileSystemsResponse answer = client(place).describeFileSystems(request -> {
            token.into(request::nextToken);
        });
        return Page.of(answer.fileSystems().stream().map(FsxFileSystems::entry).toList(), answer.nextToken());
    }

    private static Entry entry(FileSystem system) {
        Map<String, String> tags = Entry.tags(system.tags(), Tag::key, Tag::value);
        return Entry.of(system.resourceARN(), system.fileSystemId())
                .called(tags.get("Name"))
                .createdAt(system.creationTime())
                .inState(system.lifecycleAsString())
                .tagged(tags);
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return client(place).describeFileSystems(request -> request.fileSystemIds(arn.name())).fileSystems().stream()
                .filter(system -> !Entry.isGone(system.lifecycleAsString()))
                .findFirst()
                .map(system -> Entry.tags(system.tags(), Tag::key, Tag::value))
                .orElseThrow(AwsFailures::absent);
    }

    private static FSxClient client(Place place) {
        return place.client(FSxClient.class, FSxClient::builder);
    }
}
