package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Spend;
import io.tagcompliance.policy.Tagging;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.TypeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the types of AWS says what the catalogue and the readers say. */
class AwsTypesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "clouds", "aws-types.md");

    @Test
    void the_page_is_as_the_readers_make_it() throws IOException {
        if (Boolean.getBoolean("update.pages")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).hasContent(page());
    }

    private static String page() {
        return """
                # What is read on AWS

                <!-- Made from the code by AwsTypesPageTest; -Dupdate.pages=true makes it anew. -->

                Every type, its name on a bill in the FOCUS format, and the permissions that its reader needs, which
                [one policy](aws-read-policy.json) holds together. A scan that names no types reads those that cost money and
                aren't rare. `tag:GetResources` is needed besides: it knows the tags of types whose lists carry none. Where it is denied, and
                to look for single resources, the service is asked itself, with the permission in the last column but one.

                Not read, since they are nobody's resources: what is terminated or deleted, or on the way there; keys that AWS
                manages; snapshots that RDS makes by itself; images and snapshots of others; roles that services keep.
                KMS does not say in its list which keys wait to be deleted, so each key is asked with `kms:DescribeKey`.
                App Runner, DAX, EMR Serverless, Lightsail, MemoryDB, OpenSearch Serverless, Redshift Serverless and WorkSpaces are
                asked only in Regions where they are offered.

                | type | category | taggable | spend | service | to list it | for the tags of one | its tags are written by |
                |---|---|---|---|---|---|---|---|
                """ + AwsTypes.ALL.stream().map(AwsTypesPageTest::row).collect(Collectors.joining()) + """

                What stands on bills and can't be tagged is not read, and nobody is asked to tag it:

                | type | category | taggable | spend | service | says who |
                |---|---|---|---|---|---|
                """
                + untaggable();
    }

    private static String row(AwsType type) {
        TypeEntry entry = TypeCatalogue.find(type.type()).orElseThrow();
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        ofCatalogue(entry),
                        code(type.listing().operations()),
                        code(single(type)),
                        switch (entry.tagging()) {
                            case Tagging.WrittenBy written -> "`" + written.call() + "`";
                            case Tagging.Impossible impossible -> impossible.source();
                        });
    }

    private static String untaggable() {
        return TypeCatalogue.entries().stream()
                .filter(entry -> entry.cloud().equals(Cloud.AWS))
                .flatMap(entry -> entry.tagging() instanceof Tagging.Impossible impossible
                        ? Stream.of("| %s | %s |\n".formatted(ofCatalogue(entry), impossible.source()))
                        : Stream.of())
                .collect(Collectors.joining());
    }

    /** The columns that every type has. */
    private static String ofCatalogue(TypeEntry entry) {
        return "`%s` | %s | %s | %s | %s"
                .formatted(
                        entry.type(),
                        entry.category().label(),
                        entry.isTaggable() ? "yes" : "no",
                        entry.spend() == Spend.COST_BEARING
                                ? "costs"
                                : entry.spend().name().toLowerCase(Locale.ROOT),
                        entry.service());
    }

    private static String code(Stream<Operation> operations) {
        return operations
                .map(operation -> "`" + operation.permission() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Operation> single(AwsType type) {
        return switch (type.tags()) {
            case AwsType.Inline inline -> Stream.of(type.listing().operation());
            case AwsType.Single single -> Stream.of(single.operation());
        };
    }
}
