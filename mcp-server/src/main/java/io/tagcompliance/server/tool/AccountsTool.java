package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.AccountsCheck;
import io.tagcompliance.core.check.AccountsRequest;
import io.tagcompliance.core.check.Figures;
import io.tagcompliance.core.check.NoSuchAccountsException;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.server.document.Counted;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.AccountsAnswer;
import io.tagcompliance.server.tool.answer.AccountsAnswer.AccountRow;
import io.tagcompliance.server.tool.answer.AccountsAnswer.FailedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** {@code cross_account_compliance_check}: how do accounts compare? */
final class AccountsTool {
    static final String NAME = "cross_account_compliance_check";

    private static final String DESCRIPTION = """
            Compares accounts by compliance: use it for 'which account is worst' and 'how is this organisational unit doing'. \
            Takes ids of accounts or units that the operator configured, never a role; left out: all of them.
            Returns score, violations and resources of each account (most failing first) and failed_accounts with what to do. \
            Up to 7 KB; rows beyond the limit come with next_cursor.
            A score is null where part of an account could not be read. A first scan of many may take minutes.""";

    private static final Parameter<List<String>> ACCOUNTS =
            Kinds.texts("account_ids", 100, "AWS accounts, Azure subscriptions, Google Cloud projects");
    private static final Parameter<List<String>> UNITS =
            Kinds.texts("organizational_units", 20, "Units (ou-ab12-c3d4e5f6), with all below them");
    private static final RowFields FIELDS = RowFields.of("results", AccountRow.class);
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,89}");
    private static final int MOST_FAILED = 10;

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private AccountsTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Compare accounts",
                DESCRIPTION,
                Parameters.of(
                        ACCOUNTS,
                        UNITS,
                        EstateArguments.FRESH,
                        FIELDS.parameter(),
                        Paging.DETAIL,
                        Paging.LIMIT,
                        Paging.CURSOR),
                AccountsAnswer.class,
                Hints.READS_THE_WORLD,
                new AccountsTool(compliance, cursors)::call);
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context).keeping(FIELDS.kept(arguments));
        AccountsRequest request = new AccountsRequest(
                new EstateArguments(compliance.get()).accounts("account_ids", arguments.get(ACCOUNTS)),
                units(arguments.get(UNITS)),
                EstateArguments.freshness(arguments));
        AccountsCheck check = check(request, context);
        Cursors.Position from = paging.from(check.facts().scan().text());
        List<AccountRow> rows = check.checked().stream().map(AccountsTool::row).toList();
        ObjectNode structured = paging.fit(rows, from, (shown, next) -> answer(check, shown, next));
        return new Answer(structured, text(check));
    }

    private static Set<String> units(List<String> names) {
        for (int at = 0; at < names.size(); at++) {
            if (!UNIT.matcher(names.get(at)).matches()) {
                throw RefusalException.invalid(
                        "organizational_units[" + at + "]", "must be the id of a unit, like ou-ab12-c3d4e5f6");
            }
        }
        return Set.copyOf(names);
    }

    private AccountsCheck check(AccountsRequest request, CallContext context) throws InterruptedException {
        try {
            return compliance.get().accounts().check(request, context.patience());
        } catch (NoSuchAccountsException nothing) {
            throw RefusalException.invalid(
                    request.units().isEmpty() ? "account_ids" : "organizational_units",
                    "must name what the operator configured; nothing that may be read is, or lies in, "
                            + String.join(", ", nothing.names()));
        } catch (CloudException silent) {
            throw new RefusalException(
                    RefusalException.Code.CLOUD_UNREADABLE,
                    "which accounts there are could not be read. "
                            + silent.failure().remedy());
        }
    }

    private static AccountRow row(AccountsCheck.Checked checked) {
        SafeText name = SafeText.of(checked.account().name());
        Score score = checked.figures().score();
        return new AccountRow(
                SafeText.of(checked.account().id().text()).text(),
                name.text(),
                Rows.onlyIfTrue(name.escaped()),
                checked.cloud().id(),
                Figure.status(score),
                Figure.score(score),
                Figure.ofWhatWasRead(score),
                checked.figures().counts().total(),
                checked.figures().counts().applicable(),
                checked.figures().counts().nonCompliant(),
                checked.figures().violations());
    }

    private static FailedRow row(AccountsCheck.Failed failed) {
        return new FailedRow(
                SafeText.of(failed.account().id().text()).text(),
                SafeText.of(failed.account().name()).text(),
                failed.cloud().id(),
                failed.failure().kind().label(),
                failed.failure().operation(),
                failed.failure().remedy());
    }

    private static ObjectNode answer(AccountsCheck check, List<AccountRow> rows, Optional<String> nextCursor) {
        Score score = check.overall().score();
        return Json.tree(new AccountsAnswer(
                Figure.score(score),
                Figure.status(score),
                Figure.ofWhatWasRead(score),
                check.checked().size() + check.failed().size(),
                check.overall().counts().total(),
                check.overall().violations(),
                rows,
                check.failed().size(),
                check.failed().stream()
                        .limit(MOST_FAILED)
                        .map(AccountsTool::row)
                        .toList(),
                nextCursor.orElse(null),
                nextCursor.isEmpty()
                        ? ""
                        : "next_cursor gives more rows, fields shorter ones; account_ids and organizational_units narrow",
                nullReasons(check),
                Provenances.of(check.facts())));
    }

    private static Map<String, String> nullReasons(AccountsCheck check) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (!(check.overall().score() instanceof Score.Known)) {
            reasons.put("overall_compliance", reason(check.overall()));
        }
        if (check.checked().stream().anyMatch(one -> !(one.figures().score() instanceof Score.Known))) {
            reasons.put("compliance_score", "see status: partly read, or no rule applies");
        }
        return reasons;
    }

    private static String reason(Figures overall) {
        return overall.score() instanceof Score.Withheld
                ? "an account, or a part of one, could not be read; see failed_accounts and gaps"
                : Figure.nothingToScore(overall);
    }

    private static String text(AccountsCheck check) {
        return "%s read, %d could not be read. %s\n%s"
                .formatted(
                        Counted.of(check.checked().size(), "account"),
                        check.failed().size(),
                        Figure.sentence(check.overall()),
                        Figure.provenance(check.facts()));
    }
}
