package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Roles of IAM, without those that services keep for themselves. The Tagging API does not know roles. */
final class IamRoles {
    private static final int PAGE = 1000;
    private static final Operation TAGS = Operation.of("iam:ListRoleTags");
    private static final String OF_SERVICES = "/aws-service-role/";

    static final AwsType TYPE = AwsType.named("iam:role", "role/", "(?!aws-service-role/)(?:.+/)?([^/]+)")
            .global()
            .listedBy("iam:ListRoles", IamRoles::page)
            .tagsOnlyBy(TAGS.name(), IamRoles::tags);

    private IamRoles() {}

    private static Page<Entry> page(Place place, Token token) {
        ListRolesResponse answer = client(place).listRoles(request -> {
            request.maxItems(PAGE);
            token.into(request::marker);
        });
        return Page.of(
                answer.roles().stream()
                        .filter(role -> !role.path().startsWith(OF_SERVICES))
                        .map(IamRoles::entry)
                        .toList(),
                answer.marker(),
                answer.isTruncated());
    }

    private static Entry entry(Role role) {
        return Entry.of(role.arn(), role.roleName()).createdAt(role.createDate());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(Page.all(TAGS, token -> tagsPage(place, arn, token)), Tag::key, Tag::value);
    }

    private static Page<Tag> tagsPage(Place place, Arn arn, Token token) {
        ListRoleTagsResponse answer = client(place).listRoleTags(request -> {
            request.roleName(arn.name());
            token.into(request::marker);
        });
        return Page.of(answer.tags(), answer.marker(), answer.isTruncated());
    }

    private static IamClient client(Place place) {
        return place.client(IamClient.class, IamClient::builder);
    }
}
