package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.Tag;

/** OpenSearch domains, which are listed all at once. */
final class OpenSearchDomains {
    static final AwsType TYPE = AwsType.named("es:domain", "domain/")
            .listedBy("es:ListDomainNames", OpenSearchDomains::page)
            .tagsBy("es:ListTags", OpenSearchDomains::tags);

    private OpenSearchDomains() {}

    private static Page<Entry> page(Place place, Token token) {
        return Page.only(client(place).listDomainNames(request -> {}).domainNames().stream()
                .map(domain -> Entry.of(place.arn("es", "domain/" + domain.domainName())))
                .toList());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place).listTags(request -> request.arn(arn.toString())).tagList(), Tag::key, Tag::value);
    }

    private static OpenSearchClient client(Place place) {
        return place.client(OpenSearchClient.class, OpenSearchClient::builder);
    }
}
