package io.tagcompliance.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsResponse;
import software.amazon.awssdk.services.backup.model.ListTagsResponse;

/** Vaults of AWS Backup. Their tags come in pages, like everything there. */
final class BackupVaults {
    private static final int PAGE = 1000;
    private static final Operation TAGS = Operation.of("backup:ListTags");

    static final AwsType TYPE = AwsType.named("backup:backup-vault", "backup-vault:", "([^:]+)")
            .listedBy("backup:ListBackupVaults", BackupVaults::page)
            .tagsBy(TAGS.name(), BackupVaults::tags);

    private BackupVaults() {}

    private static Page<Entry> page(Place place, Token token) {
        ListBackupVaultsResponse answer = client(place).listBackupVaults(request -> {
            request.maxResults(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.backupVaultList().stream()
                        .map(vault -> Entry.of(vault.backupVaultArn(), vault.backupVaultName())
                                .createdAt(vault.creationDate())
                                .inState(vault.vaultStateAsString()))
                        .toList(),
                answer.nextToken());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        Map<String, String> tags = new LinkedHashMap<>();
        Page.all(TAGS, token -> tagsPage(place, arn, token)).forEach(tags::putAll);
        return tags;
    }

    private static Page<Map<String, String>> tagsPage(Place place, Arn arn, Token token) {
        ListTagsResponse answer = client(place).listTags(request -> {
            request.resourceArn(arn.toString());
            token.into(request::nextToken);
        });
        return Page.of(List.of(answer.tags()), answer.nextToken());
    }

    private static BackupClient client(Place place) {
        return place.client(BackupClient.class, BackupClient::builder);
    }
}
