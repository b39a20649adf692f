package io.tagcompliance.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.Tag;

/** The accounts of an organisation as resources. Only its management account may list them; an account without one has
 * none. */
final class MemberAccounts {
    private static final int PAGE = 20;
    private static final Operation TAGS = Operation.of("organizations:ListTagsForResource");

    static final AwsType TYPE = AwsType.named("organizations:account", "account/", "[^/]+/([^/]+)")
            .global()
            .listedBy("organizations:ListAccounts", MemberAccounts::page)
            .tagsOnlyBy(TAGS.name(), MemberAccounts::tags);

    private MemberAccounts() {}

    private static Page<Entry> page(Place place, Token token) {
        try {
            ListAccountsResponse answer = client(place).listAccounts(request -> {
                request.maxResults(PAGE);
                token.into(request::nextToken);
            });
            return Page.of(
                    answer.accounts().stream()
                            .filter(Organization::isActive)
                            .map(MemberAccounts::entry)
                            .toList(),
                    answer.nextToken());
        } catch (AwsOrganizationsNotInUseException alone) {
            return Page.only(List.of());
        }
    }

    private static Entry entry(Account account) {
        return Entry.of(account.arn(), account.name())
                .createdAt(account.joinedTimestamp())
                .inState(account.state() != null ? account.stateAsString() : account.statusAsString());
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

    private static OrganizationsClient client(Place place) {
        return place.client(OrganizationsClient.class, OrganizationsClient::builder);
    }
}
