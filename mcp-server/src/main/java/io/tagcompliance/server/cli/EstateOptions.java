package io.tagcompliance.server.cli;

import io.tagcompliance.server.settings.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that set something. */
final class EstateOptions {
    static final String CONTRADICTION = "--demo is made up and stands alone; leave --estate and --clouds out";

    @Option(names = "--demo", description = "Read the embedded made-up company, by its own policy")
    private boolean demo;

    @Option(names = "--estate", paramLabel = "FILE", description = "Read an exported inventory, JSON lines or CSV")
    private @Nullable String estate;

    @Option(names = "--policy", paramLabel = "FILE", description = "Judge by this policy")
    private @Nullable String policy;

    @Option(
            names = "--bill",
            paramLabel = "PATH",
            description = "Take costs from this FOCUS or CUR export, or from cost_explorer")
    private @Nullable String bill;

    @Option(names = "--clouds", paramLabel = "LIST", split = ",", description = "Any of aws, demo, file")
    private @Nullable List<String> clouds;

    @Option(names = "--aws-regions", paramLabel = "LIST", split = ",", description = "The AWS Regions to read")
    private @Nullable List<String> awsRegions;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the audit trail is kept")
    private @Nullable String dataDir;

    @Option(names = "--toolsets", paramLabel = "LIST", split = ",", description = "The tools that clients get")
    private @Nullable List<String> toolsets;

    @Option(names = "--read-only", description = "Refuse every tool that writes")
    private boolean readOnly;

    @Option(names = "--config", paramLabel = "FILE", description = "The settings file")
    private @Nullable String config;

    /** Those that were given. The demo has a policy of its own, which a policy from elsewhere doesn't replace. */
    Map<Setting, String> given() {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        put(given, Setting.CLOUDS, clouds == null ? null : String.join(",", clouds));
        put(given, Setting.AWS_REGIONS, awsRegions == null ? null : String.join(",", awsRegions));
        put(given, Setting.ESTATE, estate);
        put(given, Setting.BILL, bill);
        put(given, Setting.DATA_DIR, dataDir);
        put(given, Setting.TOOLSETS, toolsets == null ? null : String.join(",", toolsets));
        put(given, Setting.READ_ONLY, readOnly ? "true" : null);
        put(given, Setting.CONFIG, config);
        if (estate != null && clouds == null) {
            given.put(Setting.CLOUDS, "file");
        }
        if (demo) {
            given.put(Setting.CLOUDS, "demo");
            given.put(Setting.POLICY, "");
        }
        put(given, Setting.POLICY, policy);
        return given;
    }

    /** Whether the flags contradict each other. */
    boolean isContradictory() {
        return demo && (estate != null || clouds != null);
    }

    private static void put(Map<Setting, String> given, Setting setting, @Nullable String value) {
        if (value != null) {
            given.put(setting, value);
        }
    }
}
