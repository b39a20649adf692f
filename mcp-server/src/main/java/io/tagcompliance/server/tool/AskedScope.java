package io.tagcompliance.server.tool;

import io.tagcompliance.server.tool.EstateArguments.CloudChoice;
import io.tagcompliance.server.tool.answer.ReportAnswer.FiltersRow;
import io.tagcompliance.server.tool.answer.ReportAnswer.ListAllRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the estate that a question was about, as it was asked for, so that an export can be asked the same.
 *
 * @param cloud  none = every configured one
 * @param masked whether what is listed is to show no persons either
 */
record AskedScope(
        Optional<CloudChoice> cloud,
        List<String> types,
        List<String> regions,
        List<String> accounts,
        List<String> groups,
        Map<String, String> tags,
        boolean masked) {
    static final AskedScope EVERYTHING =
            new AskedScope(Optional.empty(), List.of(), List.of(), List.of(), List.of(), Map.of(), false);

    /** The same without persons, as in a report that is shown to others. */
    AskedScope without(PersonalData people) {
        Map<String, String> shown = new LinkedHashMap<>();
        tags.forEach((key, value) -> shown.put(key, people.value(key, value)));
        return new AskedScope(cloud, types, regions, accounts, groups, shown, people instanceof PersonalData.Masked);
    }

    /**
     * What lists everything there that fails a rule with an error, as a report counts.
     *
     * @param resources how many these are
     */
    ListAllRow failing(String rule, int resources) {
        FiltersRow filters = new FiltersRow(regions, accounts, groups, tags);
        return new ListAllRow(
                ExportTool.NAME,
                List.of(rule),
                CheckTool.Severities.ERRORS_ONLY.name().toLowerCase(Locale.ROOT),
                cloudName().orElse(null),
                types,
                filters.none() ? null : filters,
                masked ? true : null,
                resources,
                command(rule));
    }

    private Optional<String> cloudName() {
        return cloud.map(choice -> choice.name().toLowerCase(Locale.ROOT));
    }

    private String command(String rule) {
        StringBuilder command = new StringBuilder("tag-compliance export");
        cloudName().ifPresent(name -> command.append(" --cloud ").append(name));
        option(command, "--type", types);
        option(command, "--region", regions);
        option(command, "--account", accounts);
        option(command, "--resource-group", groups);
        tags.forEach((key, value) -> option(command, "--tag", List.of(key + "=" + value)));
        option(command, "--severity", List.of("errors_only"));
        option(command, "--rule", List.of(rule));
        return command.append(masked ? " --mask" : "").append(" --out FILE").toString();
    }

    private static void option(StringBuilder command, String name, List<String> words) {
        if (!words.isEmpty()) {
            command.append(' ').append(name).append(' ').append(quoted(SafeText.line(String.join(",", words))));
        }
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
