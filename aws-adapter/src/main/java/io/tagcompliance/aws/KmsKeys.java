package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.ListResourceTagsResponse;
import software.amazon.awssdk.services.kms.model.Tag;

/** KMS keys of the customer. KMS lists those that AWS manages too, and only their aliases tell them: AWS alone may begin
 * one with its own name. */
final class KmsKeys {
    private static final int PAGE = 1000;
    private static final int ALIAS_PAGE = 100;
    private static final String MANAGED_BY_AWS = "alias/aws/";
    private static final Operation TAGS = Operation.of("kms:ListResourceTags");

    private static final Listing ALL = Listing.of(Operation.of("kms:ListKeys"), KmsKeys::keys);
    private static final Listing MANAGED = Listing.of(Operation.of("kms:ListAliases"), KmsKeys::managed);

    static final AwsType TYPE = AwsType.named("kms:key", "key/")
            .listedBy(Listing.told(Listing.without(ALL, MANAGED), Operation.of("kms:DescribeKey"), KmsKeys::described))
            .tagsBy("kms:key", TAGS.name(), KmsKeys::tags);

    private KmsKeys() {}

    private static Page<Entry> keys(Place place, Token token) {
        ListKeysResponse answer = client(place).listKeys(request -> {
            request.limit(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.keys().stream()
                        .map(key -> Entry.of(Arn.of(key.keyArn())))
                        .toList(),
                answer.nextMarker(),
                answer.truncated());
    }

    /** Only this tells which keys wait for their deletion. */
    private static Entry described(Place place, Entry key) {
        KeyMetadata metadata = client(place)
                .describeKey(request -> request.keyId(key.arn().toString()))
                .keyMetadata();
        return key.createdAt(metadata.creationDate()).inState(metadata.keyStateAsString());
    }

    private static Page<Entry> managed(Place place, Token token) {
        ListAliasesResponse answer = client(place).listAliases(request -> {
            request.limit(ALIAS_PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.aliases().stream()
                        .filter(alias -> alias.aliasName().startsWith(MANAGED_BY_AWS))
                        .filter(alias -> alias.targetKeyId() != null)
                        .map(alias -> Entry.of(place.arn("kms", "key/" + alias.targetKeyId())))
                        .toList(),
                answer.nextMarker(),
                answer.truncated());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::tagKey, Tag::tagValue);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListResourceTagsResponse answer = client(place).listResourceTags(request -> {
            request.keyId(arn.toString());
            token.into(request::marker);
        });
        return Page.of(answer.tags(), answer.nextMarker(), answer.truncated());
    }

    private static KmsClient client(Place place) {
        return place.client(KmsClient.class, KmsClient::builder);
    }
}
