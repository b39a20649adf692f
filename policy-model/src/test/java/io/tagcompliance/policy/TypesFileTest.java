package io.tagcompliance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file of types, as its reader trusts it to be. */
class TypesFileTest {
    private static List<String> lines() throws IOException {
        return lines("types.csv");
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(TypeCatalogue.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<List<String>> rows() throws IOException {
        return lines().stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    @Test
    void begins_with_the_names_of_its_columns() throws IOException {
        assertThat(lines().getFirst()).isEqualTo("cloud,type,category,taggable,spend,service,read by,tags written by");
    }

    @Test
    void each_line_has_eight_fields_without_quotes_and_stray_spaces() throws IOException {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .hasSize(8)
                        .allSatisfy(field -> assertThat(field)
                                .isNotEmpty()
                                .doesNotContain("\"")
                                .isEqualTo(field.strip())));
    }

    @Test
    void each_category_and_spend_is_one_that_is_known() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(Category.named(row.get(2))).isPresent();
            assertThat(row.get(2)).isLowerCase();
            assertThat(row.get(4)).isIn("bearing", "rare", "hygiene");
        });
    }

    @Test
    void no_type_comes_twice_in_any_case() throws IOException {
        assertThat(rows())
                .extracting(row -> new ResourceType(row.get(1)).folded())
                .doesNotHaveDuplicates();
    }

    @Test
    void types_of_a_cloud_stand_together() throws IOException {
        List<String> clouds = rows().stream().map(List::getFirst).toList();
        assertThat(clouds)
                .isSortedAccordingTo((one, other) -> Integer.compare(clouds.indexOf(one), clouds.indexOf(other)));
    }

    @Test
    void what_can_not_be_tagged_says_where_its_cloud_says_so_and_is_found_as_nothing_else() throws IOException {
        assertThat(rows()).extracting(row -> row.get(3)).containsOnly("yes", "no");
        assertThat(rows())
                .filteredOn(row -> row.get(3).equals("no"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    ResourceType type = new ResourceType(row.get(1));
                    assertThat(TypeCatalogue.untaggable(type).map(TypeEntry::tagging))
                            .contains(new Tagging.Impossible(row.get(7)));
                    assertThat(row.get(7)).as("a page, not a call").contains(" ");
                    assertThat(row.get(6)).as("%s is read", type).isEqualTo("none");
                    assertThat(TypeCatalogue.find(type))
                            .as("%s is judged", type)
                            .isEmpty();
                    assertThat(TypeCatalogue.types()).doesNotContain(type);
                });
    }

    @Test
    void what_can_be_tagged_says_which_call_does_it() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.get(3).equals("yes"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    ResourceType type = new ResourceType(row.get(1));
                    assertThat(TypeCatalogue.find(type).map(TypeEntry::tagging))
                            .contains(new Tagging.WrittenBy(row.get(7)));
                    assertThat(row.get(7)).as("a call, not a page").doesNotContain(" ");
                    assertThat(TypeCatalogue.isUntaggable(type)).isFalse();
                });
    }

    @Test
    void other_names_of_services_stand_for_services_of_the_catalogue() throws IOException {
        List<String> lines = lines("service_names.csv");

        assertThat(lines.getFirst()).isEqualTo("cloud,name,service");
        assertThat(lines.stream().skip(1)).isNotEmpty().allSatisfy(line -> {
            String[] row = line.split(",", -1);
            assertThat(row).hasSize(3);
            assertThat(TypeCatalogue.serviceName(new Cloud(row[0]), row[1])).isEqualTo(row[2]);
            assertThat(TypeCatalogue.hasTaggableTypes(new Cloud(row[0]), row[1]))
                    .isEqualTo(!row[2].equals("AWS Data Transfer"));
        });
    }

    /** What is billed by product codes alone, in the Cost and Usage Report, is known by these. */
    @Test
    void every_service_of_aws_that_costs_money_has_a_product_code() throws IOException {
        Set<String> withCode = lines("service_names.csv").stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[1].indexOf(' ') < 0)
                .map(row -> row[2])
                .collect(Collectors.toSet());

        assertThat(TypeCatalogue.entries().stream()
                        .filter(entry -> entry.cloud().equals(Cloud.AWS) && entry.spend() != Spend.HYGIENE)
                        .map(TypeEntry::service))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(withCode).contains(service));
    }

    @Test
    void a_type_that_nobody_has_heard_of_is_taken_for_taggable() {
        assertThat(TypeCatalogue.isUntaggable(new ResourceType("bedrock:FOUNDATION-model")))
                .isTrue();
        assertThat(TypeCatalogue.isUntaggable(new ResourceType("bedrock:application-inference-profile")))
                .isFalse();
        assertThat(TypeCatalogue.isUntaggable(new ResourceType("something:new")))
                .isFalse();
    }
}
