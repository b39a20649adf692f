package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;

/** What the Tagging API knows of some types in a Region: the tags of everything that ever had some, by ARN. */
final class TaggedResources {
    static final Operation OPERATION = Operation.of("tag:GetResources");

    /** As many resources as AWS gives on a page at most. */
    static final int PAGE = 100;

    private final Map<String, Tags> byArn;

    private TaggedResources(Map<String, Tags> byArn) {
        this.byArn = byArn;
    }

    /** Reads them all, in one chain of pages, which the lists of these types wait for. */
    static TaggedResources read(Place place, List<Separate> types) {
        List<String> filters = types.stream().map(Separate::filter).toList();
        Map<String, Tags> byArn = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        Page.readAll(
                OPERATION,
                token -> place.askAtOnce(OPERATION, () -> page(place, filters, token)),
                page -> page.items().forEach(found -> byArn.put(found.resourceARN(), tags(found, texts))));
        return new TaggedResources(byArn);
    }

    private static Page<ResourceTagMapping> page(Place place, List<String> filters, Token token) {
        GetResourcesResponse answer = place.client(
                        ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder)
                .getResources(request -> {
                    request.resourceTypeFilters(filters).resourcesPerPage(PAGE);
                    token.into(request::paginationToken);
                });
        return Page.of(answer.resourceTagMappingList(), answer.paginationToken());
    }

    /** Thousands of resources have the same keys and values: a text that came before is held once. */
    private static Tags tags(ResourceTagMapping found, Map<String, String> texts) {
        return Tags.of(Entry.tags(found.tags(), tag -> once(tag.key(), texts), tag -> once(tag.value(), texts)));
    }

    private static String once(String text, Map<String, String> texts) {
        String before = texts.putIfAbsent(text, text);
        return before == null ? text : before;
    }

    /** The tags of a resource of these types that exists: what is not here was never tagged. */
    TagReading of(Arn arn) {
        return new TagReading.Known(byArn.getOrDefault(arn.toString(), Tags.NONE));
    }
}
