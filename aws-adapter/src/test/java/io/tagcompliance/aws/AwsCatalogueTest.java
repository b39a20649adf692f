package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Spend;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.TypeEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue of types says of AWS what the readers do. */
class AwsCatalogueTest {
    private static final List<TypeEntry> AWS = TypeCatalogue.entries().stream()
            .filter(entry -> entry.cloud().equals(Cloud.AWS))
            .toList();

    @Test
    void every_type_of_the_catalogue_is_read_and_no_other_in_its_order() {
        assertThat(AwsTypes.ALL)
                .extracting(AwsType::type)
                .containsExactlyElementsOf(AWS.stream().map(TypeEntry::type).toList());
    }

    @Test
    void every_type_is_read_by_the_call_that_the_catalogue_names() {
        assertThat(AwsTypes.ALL)
                .extracting(type -> type.listing().operation().name())
                .containsExactlyElementsOf(AWS.stream().map(TypeEntry::readBy).toList());
    }

    @Test
    void at_least_sixty_of_them_cost_money() {
        assertThat(AWS).filteredOn(entry -> entry.spend() == Spend.COST_BEARING).hasSizeGreaterThanOrEqualTo(60);
    }

    /** The Tagging API writes tags only where it knows the type. */
    @Test
    void what_the_tagging_api_does_not_know_is_not_written_by_it() {
        assertThat(AwsTypes.ALL)
                .filteredOn(type -> type.tags() instanceof AwsType.OneByOne)
                .extracting(
                        type -> TypeCatalogue.find(type.type()).orElseThrow().tagsWrittenBy())
                .isNotEmpty()
                .doesNotContain("tag:TagResources");
    }
}
