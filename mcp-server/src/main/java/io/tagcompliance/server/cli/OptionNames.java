package io.tagcompliance.server.cli;

import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.tool.RefusalException.Code;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which option a person typed for an argument of a tool: a refusal names that one, since nobody typed the other. */
final class OptionNames {
    /** What the values of {@code gap --by} lack of those of the tool. */
    static final String BY = "by_";

    /** The argument in front of a refusal, without the number of an element in its list. */
    private static final Pattern ARGUMENT = Pattern.compile("([a-z_.]+)(\\[\\d+])?: ");

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("allocation_tags", "--key"),
            Map.entry("audience", "--audience"),
            Map.entry("cloud_provider", "--cloud"),
            Map.entry("columns", "--column"),
            Map.entry("days_back", "--days"),
            Map.entry("filters.account_ids", "--account"),
            Map.entry("filters.regions", "--region"),
            Map.entry("filters.resource_groups", "--resource-group"),
            Map.entry("filters.tags", "--tag"),
            Map.entry("format", "--format"),
            Map.entry("group_by", "--by"),
            Map.entry("grouping", "--by"),
            Map.entry("metric", "--metric"),
            Map.entry("resource_arns", "RESOURCE_ID"),
            Map.entry("resource_types", "--type"),
            Map.entry("rule_ids", "--rule"),
            Map.entry("severity", "--severity"),
            Map.entry("tag", "--tag"),
            Map.entry("tag_keys", "--tag"),
            Map.entry("time_period", "--from and --to"),
            Map.entry("time_period.end", "--to"),
            Map.entry("time_period.start", "--from"));

    private OptionNames() {}

    /** The refusal as the person who typed the command understands it. */
    static Reply.Refused in(Reply.Refused refused) {
        return refused.code() == Code.INVALID_ARGUMENT
                ? new Reply.Refused(refused.code(), told(refused.message()), refused.correlationId())
                : refused;
    }

    private static String told(String message) {
        Matcher argument = ARGUMENT.matcher(message);
        if (!argument.lookingAt()) {
            return message;
        }
        String name = argument.group(1);
        String said = message.substring(argument.end());
        return Optional.ofNullable(OPTIONS.get(name))
                .map(option -> option + ": " + (name.equals("grouping") ? said.replace(BY, "") : said))
                .orElse(message);
    }
}
