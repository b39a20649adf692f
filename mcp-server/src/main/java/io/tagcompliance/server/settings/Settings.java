package io.tagcompliance.server.settings;

import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.server.settings.RawSettings.Origin;
import io.tagcompliance.server.settings.RawSettings.Value;
import io.tagcompliance.server.tool.Permission;
import io.tagcompliance.server.tool.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The settings, checked: what is unsafe, unknown or contradictory was refused.
 *
 * @param sources    where resources are read
 * @param files      the files that are read
 * @param bill       where costs are taken from
 * @param aws        what is read of AWS
 * @param dataDir    where the audit trail is kept
 * @param calls      what holds for each call
 * @param permission which tools clients may call
 */
public record Settings(
        Set<Source> sources, Files files, BillSource bill, Aws aws, Path dataDir, Calls calls, Permission permission) {
    public Settings {
        sources = Set.copyOf(sources);
    }

    /** Where resources are read. */
    public enum Source {
        AWS,
        DEMO,
        FILE
    }

    /**
     * The files that are read.
     *
     * @param policy the policy, if one is set
     * @param estate the inventory, if one is read
     */
    public record Files(Optional<Path> policy, Optional<Path> estate) {}

    /**
     * What is read of AWS, as it was written.
     *
     * @param regions  empty = every enabled one
     * @param accounts ids, {@code organization}, or units; empty = that of the credentials
     */
    public record Aws(List<String> regions, List<String> accounts, String role, String externalId) {
        public Aws {
            regions = List.copyOf(regions);
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * What holds for each call.
     *
     * @param auditDays how long the audit trail keeps it; empty = for ever
     */
    public record Calls(boolean auditRequired, OptionalInt auditDays, Retention retention, Duration deadline) {}

    /** @throws SettingsException with one line that names the setting */
    public static Settings of(RawSettings raw, Map<String, String> environment) {
        Set<Source> sources = sources(raw);
        Optional<Path> estate = sources.contains(Source.FILE) ? path(raw, Setting.ESTATE) : Optional.empty();
        if (sources.contains(Source.FILE) && estate.isEmpty()) {
            throw new SettingsException(
                    Setting.CLOUDS, "clouds names 'file', but no file is set; set estate (--estate FILE)");
        }
        Aws aws = aws(raw);
        return new Settings(
                sources,
                new Files(path(raw, Setting.POLICY), estate),
                BillSource.of(raw, aws.regions()),
                aws,
                dataDir(raw, environment),
                calls(raw),
                permission(raw));
    }

    private static Aws aws(RawSettings raw) {
        Aws aws = new Aws(
                list(raw, Setting.AWS_REGIONS),
                list(raw, Setting.AWS_ACCOUNTS),
                raw.text(Setting.AWS_ROLE).strip(),
                raw.text(Setting.AWS_EXTERNAL_ID).strip());
        if (!aws.accounts().isEmpty() && aws.role().isEmpty()) {
            throw new SettingsException(
                    Setting.AWS_ACCOUNTS, "aws_accounts is set, but no role to read them with; set aws_role");
        }
        if (aws.accounts().isEmpty() && !(aws.role() + aws.externalId()).isEmpty()) {
            throw new SettingsException(
                    Setting.AWS_ROLE,
                    "aws_role and aws_external_id are for other accounts; name these in aws_accounts");
        }
        return aws;
    }

    private static Set<Source> sources(RawSettings raw) {
        Value clouds = raw.value(Setting.CLOUDS);
        boolean estateIsSet = !raw.text(Setting.ESTATE).isBlank();
        if (estateIsSet && clouds.origin() == Origin.DEFAULT) {
            return EnumSet.of(Source.FILE);
        }
        Set<Source> sources = EnumSet.noneOf(Source.class);
        list(raw, Setting.CLOUDS).forEach(name -> sources.add(source(name)));
        if (sources.isEmpty()) {
            throw new SettingsException(Setting.CLOUDS, "clouds is empty; name at least one of aws, demo, file");
        }
        if (sources.contains(Source.DEMO) && sources.size() > 1) {
            throw new SettingsException(
                    Setting.CLOUDS, "clouds: demo is made up and can't be mixed with what is real; name it alone");
        }
        if (estateIsSet && !sources.contains(Source.FILE) && clouds.origin() != Origin.FLAG) {
            throw new SettingsException(
                    Setting.CLOUDS, "estate is set, but clouds doesn't name 'file'; add it, or take estate out");
        }
        return sources;
    }

    private static Source source(String name) {
        return Arrays.stream(Source.values())
                .filter(source -> source.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new SettingsException(
                        Setting.CLOUDS,
                        "unknown value of clouds" + RawSettings.nearest(name, List.of("aws", "demo", "file"))));
    }

    private static Permission permission(RawSettings raw) {
        Set<Toolset> toolsets = EnumSet.noneOf(Toolset.class);
        list(raw, Setting.TOOLSETS)
                .forEach(name -> toolsets.add(Toolset.of(name)
                        .orElseThrow(() -> new SettingsException(
                                Setting.TOOLSETS,
                                "unknown value of toolsets" + RawSettings.nearest(name, Toolset.labels())))));
        if (toolsets.isEmpty()) {
            throw new SettingsException(
                    Setting.TOOLSETS, "toolsets is empty; name at least one of " + String.join(", ", Toolset.labels()));
        }
        return new Permission(
                toolsets,
                flag(raw, Setting.READ_ONLY) ? Permission.Access.READ_ONLY : Permission.Access.READ_AND_WRITE);
    }

    private static Calls calls(RawSettings raw) {
        Duration complete = Duration.ofMinutes(number(raw, Setting.CACHE_MINUTES, 0, 1_440));
        Duration partial = complete.compareTo(Retention.DEFAULT.partial()) < 0 ? complete : Retention.DEFAULT.partial();
        return new Calls(
                flag(raw, Setting.AUDIT_REQUIRED),
                raw.text(Setting.AUDIT_DAYS).isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(number(raw, Setting.AUDIT_DAYS, 1, 36_500)),
                new Retention(complete, partial),
                Duration.ofSeconds(number(raw, Setting.DEADLINE_SECONDS, 1, 600)));
    }

    private static List<String> list(RawSettings raw, Setting setting) {
        return Arrays.stream(raw.text(setting).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Optional<Path> path(RawSettings raw, Setting setting) {
        Value value = raw.value(setting);
        return value.text().isBlank()
                ? Optional.empty()
                : Optional.of(value.base().resolve(value.text()).normalize());
    }

    private static Path dataDir(RawSettings raw, Map<String, String> environment) {
        return path(raw, Setting.DATA_DIR).orElseGet(() -> DataDirectories.ofUser(environment));
    }

    private static boolean flag(RawSettings raw, Setting setting) {
        return switch (raw.text(setting).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingsException(setting, setting.key() + " must be true or false");
        };
    }

    static int number(RawSettings raw, Setting setting, int least, int most) {
        String text = raw.text(setting);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new SettingsException(
                    setting, setting.key() + " must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
