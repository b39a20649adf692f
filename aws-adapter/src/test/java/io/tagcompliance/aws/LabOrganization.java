package io.tagcompliance.aws;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organisation of the lab, and how its accounts are entered: one root, two units, a unit within a unit, three accounts
 * that are active and one that is suspended. Temporary keys name the account that they open, and how many came before.
 */
final class LabOrganization {
    static final String ROLE = "TagComplianceRead";
    static final String EXTERNAL_ID = "lab-external-id";
    static final String ROOT = "r-lab1";
    static final String WORKLOADS = "ou-lab1-workload1";
    static final String PRODUCTION = "ou-lab1-product1";
    static final String SANDBOX = "ou-lab1-sandbox1";

    private static final int PAGE = 2;
    private static final Map<String, List<String>> UNITS_IN =
            Map.of(ROOT, List.of(WORKLOADS, SANDBOX), WORKLOADS, List.of(PRODUCTION));
    private static final Map<String, List<Member>> ACCOUNTS_IN = Map.of(
            ROOT, List.of(new Member(LabEstate.ACCOUNT.text(), "Management", "ACTIVE")),
            PRODUCTION, List.of(new Member("222222222222", "Shop", "ACTIVE")),
            SANDBOX,
                    List.of(
                            new Member("333333333333", "Playground", "ACTIVE"),
                            new Member("444444444444", "Closed", "SUSPENDED")));

    private final Map<String, AtomicInteger> entered = new ConcurrentHashMap<>();
    private volatile boolean founded;

    private record Member(String id, String name, String status) {}

    LabAnswer answer(LabCall call) {
        return switch (call.operation()) {
            case "sts:AssumeRole" -> assumeRole(call);
            case "organizations:ListAccounts" ->
                page(
                        call,
                        "Accounts",
                        ACCOUNTS_IN.values().stream().flatMap(List::stream).toList(),
                        this::account);
            case "organizations:ListAccountsForParent" ->
                page(call, "Accounts", ACCOUNTS_IN.getOrDefault(call.field("ParentId"), List.of()), this::account);
            case "organizations:ListOrganizationalUnitsForParent" ->
                page(
                        call,
                        "OrganizationalUnits",
                        UNITS_IN.getOrDefault(call.field("ParentId"), List.of()),
                        unit -> "{\"Id\":\"%s\",\"Name\":\"%s\"}".formatted(unit, unit));
            default -> LabAnswer.error(call, 400, "UnknownOperation");
        };
    }

    /** Whether it answers a call; that for all accounts, which are resources too, only once it was founded. */
    boolean answers(LabCall call) {
        return switch (call.operation()) {
            case "organizations:ListAccounts" -> founded;
            case "sts:AssumeRole",
                    "organizations:ListAccountsForParent",
                    "organizations:ListOrganizationalUnitsForParent" -> true;
            default -> false;
        };
    }

    /** From now on there is an organisation. */
    void found() {
        founded = true;
    }

    /** How often a role was assumed in that account. */
    int entered(String account) {
        return entered.getOrDefault(account, new AtomicInteger()).get();
    }

    /** As IAM does: the one role, with the external id that its trust policy asks for. */
    private LabAnswer assumeRole(LabCall call) {
        String account = call.field("RoleArn").replaceFirst("arn:aws:iam::(\\d{12}):.*", "$1");
        boolean trusted = call.field("RoleArn").equals("arn:aws:iam::" + account + ":role/" + ROLE)
                && call.field("ExternalId").equals(EXTERNAL_ID);
        if (!trusted) {
            return LabAnswer.denied(call);
        }
        int number =
                entered.computeIfAbsent(account, absent -> new AtomicInteger()).incrementAndGet();
        return LabAnswer.ok("""
                <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>temporary-%s-%d</AccessKeyId>\
                <SecretAccessKey>%s</SecretAccessKey><SessionToken>t</SessionToken>\
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>\
                <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>""".formatted(account, number, AwsLab.SECRET));
    }

    private String account(Member member) {
        return "{\"Id\":\"%s\",\"Arn\":\"arn:aws:organizations::123456789012:account/o-lab/%s\",\"Name\":\"%s\",\"Status\":\"%s\"}"
                .formatted(member.id(), member.id(), member.name(), member.status());
    }

    private static <T> LabAnswer page(LabCall call, String list, List<T> all, Function<T, String> item) {
        int from = call.field("NextToken").isEmpty() ? 0 : Integer.parseInt(call.field("NextToken"));
        int to = Math.min(from + PAGE, all.size());
        String items = all.subList(from, to).stream().map(item).collect(Collectors.joining(",", "[", "]"));
        return LabAnswer.ok(Stream.of(
                        "\"%s\":%s".formatted(list, items), to < all.size() ? "\"NextToken\":\"%d\"".formatted(to) : "")
                .filter(member -> !member.isEmpty())
                .collect(Collectors.joining(",", "{", "}")));
    }
}
