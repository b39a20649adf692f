package io.tagcompliance.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.tagcompliance.testkit.InMemoryCloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds in the house, and fails where somebody broke it. */
class ArchitectureTest {
    private static final Pattern PLACE = Pattern.compile("\\((\\w+)\\.java:\\d+\\)");

    /**
     * A rule, and where it is broken.
     *
     * @param planted   the package in which it is broken
     * @param offenders the classes there that break it; those beside them keep it
     */
    record Case(String planted, Function<House, ArchRule> rule, Set<String> offenders) {
        @Override
        public String toString() {
            return planted;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("clock", PurityRules::no_clock_but_an_injected_one, Set.of("ReadsTheClock")),
                new Case("environment", PurityRules::no_environment, Set.of("ReadsTheEnvironment")),
                new Case("outside", PurityRules::no_files_network_or_loggers, Set.of("OpensAFile", "Logs")),
                new Case("chance", PurityRules::no_chance, Set.of("ThrowsDice")),
                new Case("fields", PurityRules::fields_are_final, Set.of("Changes")),
                new Case("signatures", BoundaryRules::no_vendor_in_a_public_signature, Set.of("ShowsJson")),
                new Case("jackson", BoundaryRules::jackson_only_in_policy_json, Set.of("ReadsJson")),
                new Case("cycle", BoundaryRules::no_cycles_in_the_core, Set.of("NeedsScan", "NeedsCheck")),
                new Case("ports", BoundaryRules::ports_know_no_use_case, Set.of("KnowsTheScanner")),
                new Case("entries", BoundaryRules::adapters_show_only_their_entry, Set.of("AwsPager")),
                new Case(
                        "sdk",
                        BoundaryRules::the_sdk_stays_with_the_classic_era,
                        Set.of("TalksToTheSdk", "TalksToTheSdkToo")),
                new Case("servlet", BoundaryRules::servlets_stay_with_http, Set.of("ServesHttp")),
                new Case("eras", BoundaryRules::the_modern_era_knows_no_transport, Set.of("KnowsLines")),
                new Case(
                        "wiring",
                        BoundaryRules::only_wiring_names_an_adapter,
                        Set.of("NamesAnAdapter", "NamesItsNeighbour")),
                new Case("prints", StyleRules::nobody_prints, Set.of("Prints", "PrintsItsTrouble")),
                new Case("money", StyleRules::money_is_decimal, Set.of("Bill", "BillAnswer")),
                new Case("names", StyleRules::names_say_what_a_thing_is, Set.of("TagManager")),
                new Case("nullness", StyleRules::packages_are_null_marked, Set.of("Unmarked")),
                new Case("closed", StyleRules::public_classes_are_closed, Set.of("Open")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_rule_holds_in_the_house(Case rule) {
        rule.rule().apply(House.REAL).check(House.REAL.classes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_rule_fails_on_exactly_what_was_planted(Case rule) {
        House planted = House.planted(rule.planted());

        assertThat(offenders(rule.rule().apply(planted), planted)).isEqualTo(rule.offenders());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_rule_says_why(Case rule) {
        assertThat(rule.rule().apply(House.REAL).getDescription()).contains(", because ");
    }

    @Test
    void the_house_has_classes_of_every_module() {
        assertThat(House.REAL.classes().stream().map(JavaClass::getName))
                .contains(
                        "io.tagcompliance.policy.json.PolicyReader",
                        "io.tagcompliance.core.TagCompliance",
                        InMemoryCloud.class.getName(),
                        "io.tagcompliance.server.Main")
                .containsAll(BoundaryRules.SHOWN_BY_ADAPTERS.stream()
                        .map(House.REAL::named)
                        .toList())
                .doesNotContain(ArchitectureTest.class.getName());
    }

    @Test
    void every_planted_house_belongs_to_a_rule() throws Exception {
        Path planted = Path.of("src/test/java", House.planted("x").root().replace('.', '/'))
                .resolveSibling("");
        try (Stream<Path> houses = Files.list(planted)) {
            assertThat(houses.map(house -> house.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            cases().map(Case::planted).toList());
        }
    }

    @Test
    void the_rule_about_money_has_money_to_judge() {
        assertThat(House.REAL.classes().stream().filter(StyleRules::knowsMoney)).isNotEmpty();
    }

    @Test
    void the_exceptions_to_final_fields_are_still_needed() {
        assertThat(PurityRules.WITH_STATE.keySet())
                .allSatisfy(name -> assertThat(
                                House.REAL.classes().get(House.REAL.named(name)).getFields())
                        .anyMatch(field ->
                                !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL)));
    }

    private static Set<String> offenders(ArchRule rule, House house) {
        return rule.evaluate(house.classes()).getFailureReport().getDetails().stream()
                .flatMap(detail -> PLACE.matcher(detail).results())
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
