package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.directory.DirectoryClient;
import software.amazon.awssdk.services.directory.model.DescribeDirectoriesResponse;
import software.amazon.awssdk.services.directory.model.DirectoryDescription;
import software.amazon.awssdk.services.directory.model.DirectoryType;
import software.amazon.awssdk.services.directory.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.directory.model.Tag;

/** Directories, without those that others share. */
final class Directories {
    private static final int PAGE = 100;
    private static final Operation TAGS = Operation.of("ds:ListTagsForResource");

    static final AwsType TYPE = AwsType.named("ds:directory", "directory/")
            .listedBy("ds:DescribeDirectories", Directories::page)
            .tagsBy(TAGS.name(), Directories::tags);

    private Directories() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeDirectoriesResponse answer = client(place).describeDirectories(request -> {
            request.limit(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.directoryDescriptions().stream()
                        .filter(directory -> directory.type() != DirectoryType.SHARED_MICROSOFT_AD)
                        .map(directory -> entry(place, directory))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Place place, DirectoryDescription directory) {
        return Entry.of(place.arn("ds", "directory/" + directory.directoryId()))
                .called(directory.name())
                .createdAt(directory.launchTime())
                .inState(directory.stageAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsForResourceResponse answer = client(place).listTagsForResource(request -> {
            request.resourceId(arn.name());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static DirectoryClient client(Place place) {
        return place.client(DirectoryClient.class, DirectoryClient::builder);
    }
}
