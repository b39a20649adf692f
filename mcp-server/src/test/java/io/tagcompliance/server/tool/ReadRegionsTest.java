package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.RegionsRead;
import io.tagcompliance.policy.Cloud;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadRegionsTest {
    private static RegionsRead read(String account, String... regions) {
        return read(account, List.of(regions));
    }

    private static RegionsRead read(String account, List<String> regions) {
        return new RegionsRead(
                Cloud.AWS,
                new AccountId(account),
                regions.stream().map(Region::new).toList());
    }

    @Test
    void tells_in_how_many_accounts_each_was_read_those_of_most_first() {
        assertThat(ReadRegions.counts(
                        List.of(read("1", "eu-west-1", "us-east-1"), read("2", "ap-east-1", "eu-west-1"))))
                .containsExactly(entry("eu-west-1", 2), entry("ap-east-1", 1), entry("us-east-1", 1));
    }

    @Test
    void names_sixty_at_most_and_drops_those_of_the_fewest_accounts() {
        List<String> many =
                IntStream.range(0, 80).mapToObj(number -> "region-" + number).toList();

        assertThat(ReadRegions.counts(List.of(read("1", many), read("2", "region-79"))))
                .hasSize(60)
                .containsEntry("region-79", 2);
    }

    @Test
    void a_name_out_of_a_file_is_escaped_as_any_text_of_strangers() {
        assertThat(ReadRegions.counts(List.of(read("1", "eu-\u202Ewest"))))
                .containsExactly(entry("eu-\\u{202E}west", 1));
    }

    @Test
    void a_sentence_counts_regions_once_and_not_what_lies_in_none() {
        assertThat(ReadRegions.words(List.of(read("1", "eu-west-1", "global"), read("2", "eu-west-1", "us-east-1"))))
                .isEqualTo(" in 2 regions");
        assertThat(ReadRegions.words(List.of(read("1", "eu-west-1", "global")))).isEqualTo(" in 1 region");
        assertThat(ReadRegions.words(List.of(read("1", "global")))).isEmpty();
    }
}
