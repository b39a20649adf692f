package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.acmpca.AcmPcaClient;
import software.amazon.awssdk.services.acmpca.model.ListCertificateAuthoritiesResponse;
import software.amazon.awssdk.services.acmpca.model.ListTagsResponse;
import software.amazon.awssdk.services.acmpca.model.ResourceOwner;
import software.amazon.awssdk.services.acmpca.model.Tag;

/** Private certificate authorities. Deleted ones stay listed for a month and are no resources, nor are those that others
 * share. */
final class PrivateAuthorities {
    private static final int PAGE = 1000;
    private static final Operation TAGS = Operation.of("acm-pca:ListTags");

    static final AwsType TYPE = AwsType.named("acm-pca:certificate-authority", "certificate-authority/")
            .listedBy("acm-pca:ListCertificateAuthorities", PrivateAuthorities::page)
            .tagsBy(TAGS.name(), PrivateAuthorities::tags);

    private PrivateAuthorities() {}

    private static Page<Entry> page(Place place, Token token) {
        ListCertificateAuthoritiesResponse answer = client(place).listCertificateAuthorities(request -> {
            request.maxResults(PAGE).resourceOwner(ResourceOwner.SELF);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.certificateAuthorities().stream()
                        .map(authority -> Entry.of(Arn.of(authority.arn()))
                                .createdAt(authority.createdAt())
                                .inState(authority.statusAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListTagsResponse answer = client(place).listTags(request -> {
            request.certificateAuthorityArn(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(answer.tags(), answer.nextToken());
    }

    private static AcmPcaClient client(Place place) {
        return place.client(AcmPcaClient.class, AcmPcaClient::builder);
    }
}
