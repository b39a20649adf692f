package io.tagcompliance.server.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set: by flag, by environment variable, in {@code tag-compliance.yaml}, else by default. */
public enum Setting {
    CLOUDS("aws", "where resources are read: aws, demo (a made-up company), file (an exported inventory)"),
    POLICY("", "the policy file; without one, a starter policy that asks for three tags"),
    ESTATE("", "the inventory file for clouds=file, JSON lines or CSV"),
    BILL(
            "",
            "the bill that costs are taken from: a FOCUS or CUR export, one file or a folder of parts; or cost_explorer, or"
                    + " athena:database.table"),
    BILL_PAID_CALLS("30", "how many calls of Cost Explorer, a cent each, one question may take, 1 to 1000"),
    BILL_ATHENA_WORKGROUP("primary", "the workgroup of Athena that bill=athena:… is read with"),
    BILL_ATHENA_REGION("", "its Region; empty = the first of aws_regions, else that of the environment"),
    AWS_REGIONS("", "the AWS Regions to read; empty = every enabled one"),
    AWS_ACCOUNTS(
            "",
            "the AWS accounts to read: ids, or organization, or units of it (ou-…); empty = that of the credentials"),
    AWS_ROLE("", "the role to assume in other AWS accounts, by its name there"),
    AWS_EXTERNAL_ID("", "the external id that the trust policy of that role asks for"),
    DATA_DIR("", "where the audit trail, the history and exports are kept; empty = the user's data directory"),
    AUDIT_REQUIRED("false", "true refuses calls that can't be written to the audit trail"),
    AUDIT_DAYS("", "how many days the audit trail keeps a record, 1 to 36500; empty = for ever"),
    CACHE_MINUTES(
            "15",
            "how long a complete scan is used again, 0 to 1440; as long again, at most 60, while a new one is made"),
    DEADLINE_SECONDS("45", "how long a call of an MCP client waits for a scan, 1 to 600"),
    TOOLSETS(
            "compliance,cost,reports",
            "the tools that clients get: any of compliance, cost, policy, reports, remediation"),
    READ_ONLY("false", "true refuses every tool that writes, whatever toolset it is of"),
    CONFIG("", "the settings file; empty = tag-compliance.yaml in the working directory, if there"),
    JAVA_HOME("", "the JDK that the launcher takes; empty = the newest that it finds"),
    START_CACHE("on", "off starts without the launcher's start-up cache");

    private static final String PREFIX = "TAG_COMPLIANCE_";

    private final String otherwise;
    private final String meaning;

    Setting(String otherwise, String meaning) {
        this.otherwise = otherwise;
        this.meaning = meaning;
    }

    /** The value where nothing sets it. */
    public String otherwise() {
        return otherwise;
    }

    /** What it does, for people. */
    public String meaning() {
        return meaning;
    }

    /** Its name in the settings file: {@code aws_regions}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in the environment: {@code TAG_COMPLIANCE_AWS_REGIONS}. */
    public String variable() {
        return PREFIX + name();
    }

    /** Its name on the command line, where it has one: {@code --aws-regions}. */
    String flag() {
        return "--" + key().replace('_', '-');
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    static List<String> variables() {
        return Arrays.stream(values()).map(Setting::variable).toList();
    }
}
