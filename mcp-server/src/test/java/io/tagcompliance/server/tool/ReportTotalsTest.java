package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.report.ComplianceReport;
import io.tagcompliance.core.report.ReportRequest;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.server.document.DocumentFormat;
import io.tagcompliance.server.tool.ReportAnswers.Advice;
import io.tagcompliance.server.tool.ReportAnswers.Audience;
import io.tagcompliance.server.tool.ReportAnswers.Wanted;
import io.tagcompliance.server.tool.answer.ReportAnswer;
import io.tagcompliance.server.tool.answer.ReportAnswer.MoreRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RecommendationRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.RuleRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.TeamRow;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.InMemoryCloud;
import io.tagcompliance.testkit.InMemoryLedger;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More teams, rules and steps than any list shows: what is shown and what is left out come to the whole. */
class ReportTotalsTest {
    private static final int TEAMS = 83;
    private static final int RULES = 61;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Region REGION = new Region("eu-west-1");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ComplianceReport report;

    @BeforeAll
    static void make() throws InterruptedException {
        List<Resource> estate = new ArrayList<>();
        List<ChargeRow> bill = new ArrayList<>();
        for (int number = 0; number < 3 * TEAMS; number++) {
            Resource resource = resource(number, TagReading.known(tags(number)));
            estate.add(resource);
            bill.add(charge(resource, number + ".013"));
        }
        estate.add(resource(-1, new TagReading.Unknown(new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "x", "y"))));
        try (TagCompliance compliance = TagCompliance.judgedBy(
                        ((PolicyReading.Accepted) PolicyReader.read(policy())).policy())
                .reading(InMemoryCloud.of(estate))
                .billedBy(InMemoryLedger.of(bill))
                .at(() -> Instant.parse("2026-10-20T00:00:00Z"))
                .build()) {
            report = compliance
                    .report()
                    .generate(new ReportRequest(ResourceFilter.EVERYTHING, Freshness.READ_NOW), Patience.UNLIMITED);
        }
    }

    /** Resource after resource lacks more of the keys; every tenth lacks none. */
    private static Map<String, String> tags(int number) {
        return IntStream.range(0, RULES)
                .filter(key -> number % 10 == 0 || key == 0 || (key + number) % 4 != 0)
                .boxed()
                .collect(Collectors.toMap(ReportTotalsTest::key, key -> key == 0 ? "team-" + number % TEAMS : "x"));
    }

    private static String key(int number) {
        return number == 0 ? "Team" : "Key" + number;
    }

    private static ReportAnswers answers(Audience audience, Advice advice) {
        return new ReportAnswers(report, new Wanted(audience, advice, new PersonalData.Shown(), AskedScope.EVERYTHING));
    }

    @Test
    void a_history_that_can_not_be_read_has_no_number_of_days_without_a_scan_but_a_reason() {
        ComplianceReport blind = new ComplianceReport(
                report.check(),
                report.attribution(),
                new ComplianceReport.Trend.Unknown("the history is damaged"),
                report.rules(),
                report.teams(),
                report.recommendations());

        JsonNode answer = Json.tree(new ReportAnswers(
                        blind,
                        new Wanted(
                                Audience.EXECUTIVE,
                                Advice.FIGURES_ONLY,
                                new PersonalData.Shown(),
                                AskedScope.EVERYTHING))
                .whole());

        assertThat(answer.at("/trend/days_without_scan").isNull()).isTrue();
        assertThat(answer.at("/null_reasons/days_without_scan").asText()).isEqualTo("the history is damaged");
    }

    private static byte[] policy() {
        return IntStream.range(0, RULES)
                .mapToObj(number -> "{\"name\":\"" + key(number) + "\"}")
                .collect(Collectors.joining(",", "{\"version\":\"1.0\",\"required_tags\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Resource resource(int number, TagReading tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:sqs:eu-west-1:111111111111:q-" + number),
                new ResourceType("sqs:queue"),
                new Location(InMemoryCloud.ACCOUNT, REGION),
                "q-" + number,
                tags,
                Creation.UNKNOWN);
    }

    private static ChargeRow charge(Resource resource, String cost) {
        Money money = new Money(new BigDecimal(cost), EUR);
        return new ChargeRow(
                LocalDate.parse("2026-09-03"),
                ChargeKind.USAGE,
                new ChargePlace(Cloud.AWS, InMemoryCloud.ACCOUNT, REGION, "queues"),
                new Charged.OfResource(resource.id(), resource.type()),
                Tags.NONE,
                money,
                money);
    }

    private static ReportAnswers answers(Audience audience) {
        return answers(audience, Advice.WITH_RECOMMENDATIONS);
    }

    @ParameterizedTest
    @EnumSource
    void teams_come_to_all_that_fails_and_to_its_cost(Audience audience) {
        for (ReportAnswer answer :
                List.of(answers(audience).whole(), answers(audience).brief(Optional.empty()))) {
            MoreRow more = Objects.requireNonNull(answer.moreTeams());

            assertThat(answer.byTeam().size() + more.more()).isEqualTo(TEAMS);
            assertThat(sum(answer.byTeam(), TeamRow::failing) + Objects.requireNonNull(more.failing()))
                    .isEqualTo(answer.summary().nonCompliant());
            assertThat(sum(answer.byTeam(), TeamRow::resources) + more.resources() + answer.resourcesOfUnknownTeam())
                    .isEqualTo(answer.summary().totalResources());
            assertThat(money(answer.byTeam().stream().map(TeamRow::cost).toList(), more))
                    .isEqualByComparingTo(
                            Objects.requireNonNull(answer.summary().nonCompliantCost()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rules_and_steps_come_to_the_same_failures_and_cost(Audience audience) {
        int failures = sum(report.rules(), rule -> rule.resources());
        BigDecimal cost = report.rules().stream()
                .map(rule -> rule.cost().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (ReportAnswer answer :
                List.of(answers(audience).whole(), answers(audience).brief(Optional.empty()))) {
            MoreRow rules = Objects.requireNonNull(answer.moreRules());
            MoreRow steps = Objects.requireNonNull(answer.moreRecommendations());

            assertThat(answer.topViolations().size() + rules.more()).isEqualTo(RULES - 1);
            assertThat(sum(answer.topViolations(), RuleRow::resources) + rules.resources())
                    .isEqualTo(failures);
            assertThat(money(answer.topViolations().stream().map(RuleRow::cost).toList(), rules))
                    .isEqualByComparingTo(cost);
            assertThat(answer.recommendations().size() + steps.more()).isEqualTo(answer.recommendationsTotal());
            assertThat(sum(answer.recommendations(), RecommendationRow::resources) + steps.resources())
                    .isEqualTo(failures);
            assertThat(money(
                            answer.recommendations().stream()
                                    .map(RecommendationRow::cost)
                                    .toList(),
                            steps))
                    .isEqualByComparingTo(cost);
        }
    }

    @Test
    void the_rows_of_a_csv_section_come_to_the_whole() throws IOException {
        ReportAnswer answer = answers(Audience.ENGINEERING).whole();
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(DocumentFormat.CSV.write(answer)))
                .getRecords();

        assertThat(sum(rows, "team", "value"))
                .isEqualByComparingTo(String.valueOf(answer.summary().nonCompliant()));
        assertThat(sum(rows, "team", "resources"))
                .isEqualByComparingTo(String.valueOf(answer.summary().totalResources()));
        assertThat(sum(rows, "team", "cost"))
                .isEqualByComparingTo(answer.summary().nonCompliantCost());
        assertThat(sum(rows, "rule", "resources")).isEqualByComparingTo(sum(rows, "recommendation", "resources"));
        assertThat(sum(rows, "rule", "cost")).isEqualByComparingTo(sum(rows, "recommendation", "cost"));
        assertThat(rows.stream().filter(row -> row.get("name").equals("rest"))).hasSize(3);
    }

    private static BigDecimal sum(List<CSVRecord> rows, String section, String column) {
        return rows.stream()
                .filter(row ->
                        row.get("section").equals(section) || row.get("section").equals(section + "_rest"))
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void documents_for_people_say_how_many_more_there_are_and_what_all_come_to() {
        ReportAnswer answer = answers(Audience.EXECUTIVE).whole();
        MoreRow more = Objects.requireNonNull(answer.moreTeams());
        String failing = String.format(Locale.ROOT, "%,d", answer.summary().nonCompliant());

        assertThat(DocumentFormat.MARKDOWN.write(answer))
                .contains("| 78 more | " + more.failing() + " | " + more.resources() + " | ")
                .contains("| \\(tags could not be read\\) |  | 1 |  |")
                .contains("| All | " + failing + " | 250 | ")
                .contains("| 55 more |  | ", "|  | 55 more |  | ");
        assertThat(DocumentFormat.HTML.write(answer))
                .contains("<td>78 more</td><td>" + more.failing() + "</td><td>" + more.resources() + "</td>")
                .contains("<td>All</td><td>" + failing + "</td><td>250</td>")
                .contains("<td>55 more</td><td></td>", "<td></td><td>55 more</td>");
    }

    @Test
    void a_list_that_shows_everything_has_no_row_for_the_rest() {
        ReportAnswer answer = answers(Audience.ENGINEERING, Advice.FIGURES_ONLY).whole();

        assertThat(answer.moreRecommendations()).isNull();
        assertThat(Json.tree(answer).has("more_recommendations")).isFalse();
        assertThat(Json.tree(answer).path("more_teams").path("more").asInt()).isEqualTo(TEAMS - 50);
    }

    private static <T> int sum(List<T> rows, ToIntFunction<T> count) {
        return rows.stream().mapToInt(count).sum();
    }

    private static BigDecimal money(List<BigDecimal> shown, MoreRow more) {
        return shown.stream().reduce(Objects.requireNonNull(more.cost()), BigDecimal::add);
    }
}
