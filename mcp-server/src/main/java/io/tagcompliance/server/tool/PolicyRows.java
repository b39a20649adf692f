package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.ShowTaggingPolicy.Rules;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleWords;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.server.tool.answer.PolicyAnswer;
import io.tagcompliance.server.tool.answer.PolicyAnswer.ConditionRow;
import io.tagcompliance.server.tool.answer.PolicyAnswer.ElsewhereRow;
import io.tagcompliance.server.tool.answer.PolicyAnswer.ExemptionRow;
import io.tagcompliance.server.tool.answer.PolicyAnswer.NamingRow;
import io.tagcompliance.server.tool.answer.PolicyAnswer.ProhibitedRow;
import io.tagcompliance.server.tool.answer.PolicyAnswer.RuleRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shapes a policy for answers: every rule and exemption is a row, so that a page may end after any of them. */
final class PolicyRows {
    private static final int MOST_ALLOWED_VALUES = 20;

    private PolicyRows() {}

    /** A row, and the list that it belongs to. */
    record Row(Section section, Object row) {}

    /** The lists of an answer. */
    enum Section {
        REQUIRED,
        OPTIONAL,
        CONDITIONS,
        PROHIBITED,
        EXEMPTIONS
    }

    static List<Row> of(Rules rules) {
        List<Row> rows = new ArrayList<>();
        rules.required().forEach(rule -> rows.add(new Row(Section.REQUIRED, row(rule))));
        rules.optional().forEach(rule -> rows.add(new Row(Section.OPTIONAL, row(rule))));
        rules.conditional().forEach(rule -> rows.add(new Row(Section.CONDITIONS, row(rule))));
        rules.prohibited().forEach(rule -> rows.add(new Row(Section.PROHIBITED, row(rule))));
        rules.exemptions().forEach(one -> rows.add(new Row(Section.EXEMPTIONS, row(one))));
        return rows;
    }

    static PolicyAnswer answer(Rules rules, int total, List<Row> shown, Optional<String> nextCursor) {
        TagPolicy policy = rules.policy().policy();
        return new PolicyAnswer(
                policy.header().version(),
                Rows.orNull(policy.header().lastUpdated()),
                policy.header().name(),
                rules.policy().origin(),
                Provenances.problem(rules.policy().health()),
                policy.scope().stream().map(Cloud::id).toList(),
                policy.rules().allocationKeys().stream().map(TagKey::text).toList(),
                total,
                of(Section.REQUIRED, RuleRow.class, shown),
                of(Section.OPTIONAL, RuleRow.class, shown),
                of(Section.CONDITIONS, ConditionRow.class, shown),
                of(Section.PROHIBITED, ProhibitedRow.class, shown),
                of(Section.EXEMPTIONS, ExemptionRow.class, shown),
                naming(policy.naming()),
                nextCursor.orElse(null));
    }

    private static <R> List<R> of(Section section, Class<R> kind, List<Row> shown) {
        return shown.stream()
                .filter(row -> row.section() == section)
                .map(row -> kind.cast(row.row()))
                .toList();
    }

    private static RuleRow row(TagRule rule) {
        List<String> allowed = Rows.allowedValues(rule.demand());
        return new RuleRow(
                rule.id().text(),
                rule.key().text(),
                rule.text().description(),
                rule.severity().label(),
                firstOf(allowed),
                allowed.size() > MOST_ALLOWED_VALUES ? allowed.size() : null,
                Rows.pattern(rule.demand()),
                rule.values().stream().allMatch(value -> value.valueCase() == ValueCase.EXACT),
                appliesTo(rule.scope().types()),
                words(rule.scope().place()),
                rule.demand().aliases().stream().map(TagKey::text).toList(),
                period(rule.leniency().grace()),
                rule.leniency().inheritFrom().stream().map(Parent::label).toList(),
                elsewhere(rule),
                Rows.orNull(rule.text().message()),
                Rows.orNull(rule.text().link()));
    }

    private static @Nullable List<String> firstOf(List<String> allowed) {
        return allowed.isEmpty()
                ? null
                : allowed.stream().limit(MOST_ALLOWED_VALUES).toList();
    }

    private static @Nullable String period(Duration grace) {
        return grace.isZero() ? null : RuleWords.of(grace);
    }

    private static List<ElsewhereRow> elsewhere(TagRule rule) {
        return rule.overrides().entrySet().stream()
                .filter(entry -> !entry.getValue().demand().equals(rule.demand()))
                .map(entry -> elsewhere(entry.getKey(), entry.getValue().demand()))
                .toList();
    }

    private static ElsewhereRow elsewhere(Cloud cloud, Demand demand) {
        return new ElsewhereRow(
                cloud.id(), demand.key().text(), firstOf(Rows.allowedValues(demand)), Rows.pattern(demand));
    }

    private static ConditionRow row(ConditionalRule rule) {
        return new ConditionRow(
                rule.id().text(),
                rule.then().key().text(),
                RuleWords.of(rule.when()),
                RuleWords.of(rule.then()),
                rule.severity().label(),
                appliesTo(rule.scope().types()),
                words(rule.scope().place()),
                Rows.orNull(rule.text().message()),
                Rows.orNull(rule.text().link()));
    }

    private static ProhibitedRow row(ProhibitedTag rule) {
        return new ProhibitedRow(
                rule.id().text(),
                rule.key().text(),
                rule.severity().label(),
                appliesTo(rule.scope().types()),
                words(rule.scope().place()),
                Rows.orNull(rule.text().message()),
                Rows.orNull(rule.text().link()));
    }

    private static ExemptionRow row(Exemption exemption) {
        List<String> rules = exemption.rules().stream().map(RuleId::text).toList();
        return new ExemptionRow(
                exemption.id(),
                exemption.resources().stream().map(NamePattern::text).toList(),
                words(exemption.where()),
                rules.isEmpty() ? List.of("all") : rules,
                exemption.reason(),
                exemption.owner(),
                exemption.expires().toString());
    }

    private static List<String> appliesTo(AppliesTo appliesTo) {
        return switch (appliesTo) {
            case AppliesTo.Everything all -> List.of("all");
            case AppliesTo.Selected selected ->
                selected.selectors().stream().map(PolicyRows::words).toList();
        };
    }

    private static String words(AppliesTo.Selector selector) {
        return switch (selector) {
            case AppliesTo.OfType of -> of.type().name();
            case AppliesTo.OfCategory of -> of.category().label();
            case AppliesTo.OfCloud of -> "all of " + of.cloud();
        };
    }

    private static @Nullable String words(PlaceScope place) {
        List<String> parts = new ArrayList<>();
        add("clouds", place.clouds().stream().map(Cloud::id).toList(), parts);
        add("accounts", place.accounts(), parts);
        add("regions", place.regions(), parts);
        add("resource groups", place.groups(), parts);
        add("names", place.names().stream().map(NamePattern::text).toList(), parts);
        return Rows.orNull(String.join("; ", parts));
    }

    private static void add(String what, Collection<String> some, List<String> parts) {
        if (!some.isEmpty()) {
            String first = some.stream().limit(MOST_ALLOWED_VALUES).collect(Collectors.joining(", "));
            parts.add(what + " " + first + (some.size() > MOST_ALLOWED_VALUES ? ", …" : ""));
        }
    }

    private static NamingRow naming(NamingRules naming) {
        return new NamingRow(
                naming.keyCase() == NamingRules.KeyCase.SENSITIVE,
                naming.specialCharacters() == NamingRules.SpecialCharacters.ALLOWED,
                limit(naming.maxKeyLength()),
                limit(naming.maxValueLength()),
                naming.reservedPrefixes(),
                naming.severity().label());
    }

    private static @Nullable Integer limit(int length) {
        return length == Integer.MAX_VALUE ? null : (Integer) length;
    }
}
