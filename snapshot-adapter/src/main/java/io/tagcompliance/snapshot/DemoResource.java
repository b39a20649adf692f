package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TypeCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One resource of the made-up company, from which its habits can tell how it would be tagged.
 *
 * @param dice the chance that made it
 */
record DemoResource(DemoAccount account, DemoType type, int number, Dice dice) {
    private static final Instant OLDEST = Instant.parse("2023-01-09T08:00:00Z");
    private static final int YOUNGER_BY_DAYS = 1_380;
    private static final Set<Category> HOLDING_DATA = Set.of(
            Category.OBJECT_BUCKET,
            Category.FILE_STORAGE,
            Category.RELATIONAL_DB,
            Category.NOSQL_DB,
            Category.DATA_WAREHOUSE);
    private static final Map<String, String> SHORT =
            Map.of("production", "prod", "staging", "stage", "development", "dev", "sandbox", "sbx");

    DemoResource(DemoAccount account, DemoType type, int number) {
        this(account, type, number, Dice.of(account.id() + " " + type.type() + " " + number));
    }

    DemoProject project() {
        return account.projects().get(number % account.projects().size());
    }

    String environment() {
        return dice().pick("environment", account.environments());
    }

    String shortEnvironment() {
        return SHORT.getOrDefault(environment(), "");
    }

    boolean holdsData() {
        return TypeCatalogue.categoryOf(type.type())
                .filter(HOLDING_DATA::contains)
                .isPresent();
    }

    boolean isA(String typeName) {
        return type.type().name().startsWith(typeName);
    }

    private String region() {
        return account.regions().get(dice().roll("region", account.regions().size()));
    }

    /** What several resources share: an Azure resource group, a stack, a cluster. */
    String group() {
        return project().label() + "-" + shortEnvironment();
    }

    String name() {
        return "%s-%s-%02d".formatted(group(), type.kind(), number);
    }

    /** The resource with the tags that its account's habit gives it. */
    Resource tagged() {
        ResourceId id = new ResourceId(account.cloud(), idText());
        Map<String, String> tags = account.habit().apply(this);
        return new Resource(
                id,
                type.type(),
                new Location(account.id(), new Region(region()), resourceGroup()),
                tags.getOrDefault("Name", IdParts.lastOf(id)),
                TagReading.known(tags),
                new Creation.At(createdAt()));
    }

    private ResourceGroup resourceGroup() {
        return account.cloud().equals(Cloud.AZURE) ? new ResourceGroup(group()) : ResourceGroup.NONE;
    }

    private Instant createdAt() {
        Duration daysLater = Duration.ofDays(dice().roll("day", YOUNGER_BY_DAYS));
        return OLDEST.plus(daysLater).plusSeconds(dice().roll("second", 36_000));
    }

    private String idText() {
        String hex = dice().hex("id");
        return type.form()
                .replace("{account}", account.id().text())
                .replace("{region}", region())
                .replace("{group}", group())
                .replace("{name}", name())
                .replace("{plain}", name().replace("-", ""))
                .replace("{snake}", name().replace('-', '_'))
                .replace("{uuid}", uuid(hex))
                .replace("{hex}", hex);
    }

    private String uuid(String hex) {
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13) + "-8000-"
                + dice().hex("node").substring(0, 12);
    }
}
