package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Secrets, without those that wait to be deleted. */
final class Secrets {
    private static final int PAGE = 100;

    static final AwsType TYPE = AwsType.named("secretsmanager:secret", "secret:", "([^:]+)")
            .listedBy("secretsmanager:ListSecrets", Secrets::page)
            .withTags(Operation.of("secretsmanager:DescribeSecret"), Secrets::tags);

    private Secrets() {}

    private static Page<Entry> page(Place place, Token token) {
        ListSecretsResponse answer = client(place).listSecrets(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.secretList().stream()
                        .filter(secret -> secret.deletedDate() == null)
                        .map(Secrets::entry)
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(SecretListEntry secret) {
        return Entry.of(secret.arn(), secret.name())
                .createdAt(secret.createdDate())
                .tagged(Entry.tags(secret.tags(), Tag::key, Tag::value));
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        DescribeSecretResponse secret = client(place).describeSecret(request -> request.secretId(arn.toString()));
        if (secret.deletedDate() != null) {
            throw AwsFailures.absent();
        }
        return Entry.tags(secret.tags(), Tag::key, Tag::value);
    }

    private static SecretsManagerClient client(Place place) {
        return place.client(SecretsManagerClient.class, SecretsManagerClient::builder);
    }
}
