package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.aws.AwsType.Apart;
import io.tagcompliance.aws.AwsType.Single;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading.Unknown;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The least IAM policy for reading, as it is handed out, against the calls that are really made. {@code
 * -Dupdate.pages=true} writes the file anew.
 */
@Timeout(120)
class LeastPolicyTest {
    private static final Path FILE = Path.of("../docs/clouds/aws-read-policy.json");
    private static final LabEstate ONE_OF_EACH = LabEstate.ofEverything(1);
    private static final Pattern ACTION = Pattern.compile("\"([a-z0-9-]+:[A-Za-z0-9]+)\"");

    /** What is asked besides the types. {@code sts:GetCallerIdentity} needs no permission, and can't be taken away. */
    private static Stream<Operation> others() {
        return Stream.of(
                Roles.OPERATION,
                AwsRegions.ENABLED,
                TaggedResources.OPERATION,
                ResourceExplorer.INDEXES,
                ResourceExplorer.INDEX,
                ResourceExplorer.VIEWS,
                ResourceExplorer.VIEW,
                ResourceExplorer.TYPES,
                ResourceExplorer.RESOURCES,
                Organization.ACCOUNTS,
                Organization.CHILD_ACCOUNTS,
                Organization.UNITS,
                CloudTrail.OPERATION,
                CostExplorer.COSTS,
                CostExplorer.RESOURCES,
                CostExplorer.TAGS,
                S3Buckets.HEAD);
    }

    private static List<Operation> operations() {
        Stream<Operation> ofTypes = AwsTypes.ALL.stream()
                .flatMap(type -> Stream.concat(
                        type.listing().operations(),
                        type.tags() instanceof Single single ? Stream.of(single.operation()) : Stream.empty()));
        return Stream.concat(ofTypes, others()).distinct().toList();
    }

    private static Map<String, String> permissionsByName() {
        return operations().stream()
                .collect(Collectors.toMap(Operation::name, Operation::permission, (one, same) -> one));
    }

    private static Set<String> permissions() {
        return operations().stream().map(Operation::permission).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String policy() {
        String actions = permissions().stream().map("        \"%s\""::formatted).collect(Collectors.joining(",\n"));
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "ReadResourcesAndTags",
                      "Effect": "Allow",
                      "Action": [
                %s
                      ],
                      "Resource": "*"
                    }
                  ]
                }
                """.formatted(actions);
    }

    @Test
    void the_file_allows_what_the_program_asks_and_nothing_else() throws IOException {
        if (Boolean.getBoolean("update.pages")) {
            Files.writeString(FILE, policy());
        }

        assertThat(ACTION.matcher(Files.readString(FILE)).results().map((MatchResult found) -> found.group(1)))
                .containsExactlyElementsOf(permissions());
        assertThat(Files.readString(FILE)).isEqualTo(policy());
    }

    @Test
    void nothing_in_it_changes_anything() {
        assertThat(permissions())
                .allSatisfy(action ->
                        assertThat(action).matches("[a-z0-9-]+:(List|Describe|Get|BatchGet|Lookup|AssumeRole|GET).*"));
    }

    @Test
    void the_calls_that_are_really_made_are_those_and_each_of_those_is_made() throws InterruptedException {
        LabEstate estate = ONE_OF_EACH;
        Set<ResourceType> everything = AwsTypes.names();
        Role role = new Role(LabOrganization.ROLE, LabOrganization.EXTERNAL_ID, "jane");
        try (AwsLab lab = new AwsLab(estate);
                AwsCloud cloud = lab.cloud(new AwsSettings(
                        new LinkedHashSet<>(LabEstate.REGIONS),
                        new Accounts.Organization(Set.of(LabOrganization.ROOT), role)));
                AwsCloud anywhere = lab.cloud(AwsSettings.DEFAULT)) {
            anywhere.inventory().scan(AwsLabTest.of("sqs:queue"), new CollectingSink());
            lab.organization().found();
            lab.explorer().index(resource -> true, Instant.now());
            cloud.inventory().scan(new Scope(Set.of(), Set.of(), Set.of(), everything), new CollectingSink());
            lab.disturb(call -> call.operation().equals("tag:GetResources"), LabFault.DENIED);
            cloud.inventory().scan(Scope.EVERYTHING, new CollectingSink());
            cloud.directory().orElseThrow().accounts();
            for (Resource resource : estate.resources()) {
                cloud.inventory().find(List.of(resource.id()));
            }
            cloud.creators().orElseThrow().creators(List.of(estate.resources().getFirst()));
            askForCosts(lab);

            Set<String> made =
                    lab.calls().stream().map(LabCall::operation).collect(Collectors.toCollection(TreeSet::new));
            made.remove(Identity.OPERATION.name());
            assertThat(made)
                    .containsExactlyElementsOf(new TreeSet<>(permissionsByName().keySet()));
        }
    }

    private static void askForCosts(AwsLab lab) throws InterruptedException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        BillingPeriod lately = new BillingPeriod(today.minusDays(9), today.minusDays(1));
        lab.costs().bill(LabBills.of(1, lately, List.of(LabBills.USD)));
        AwsSettings settings = new AwsSettings(Set.of(LabEstate.IRELAND));
        try (CostLedger ledger = AwsCloud.costExplorer(settings, 100, InstantSource.system(), lab.connection())) {
            ledger.read(new BillQuery(lately, CostMetric.BILLED, Set.of(new TagKey("Owner"))), charge -> {});
        }
    }

    static Stream<Arguments> readings() {
        return AwsTypes.ALL.stream().flatMap(type -> type.listing().operations().map(call -> Arguments.of(type, call)));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void a_denied_call_names_the_permission_that_it_lacks_in_its_gap(AwsType type, Operation call) throws Exception {
        CollectingSink scan = denied(type, made -> made.operation().equals(call.name()));

        assertThat(scan.gaps()).isNotEmpty().allSatisfy(gap -> assertNames(call, gap.failure()));
    }

    static Stream<Arguments> tags() {
        return AwsTypes.ALL.stream()
                .flatMap(type -> type.tags() instanceof Apart apart
                        ? Stream.of(Arguments.of(type, apart.operation()))
                        : Stream.empty());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void where_tags_are_denied_each_resource_names_the_permission_that_its_service_lacks(AwsType type, Operation call)
            throws Exception {
        CollectingSink scan = denied(
                type,
                made -> made.operation().equals(TaggedResources.OPERATION.name())
                        || made.operation().equals(call.name()));

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.resources())
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource.tags())
                        .isInstanceOfSatisfying(Unknown.class, unknown -> assertNames(call, unknown.failure())));
    }

    private static void assertNames(Operation call, ReadFailure failure) {
        assertThat(failure.operation()).isEqualTo(call.name());
        assertThat(failure.remedy()).startsWith("Allow " + call.permission() + " in ");
    }

    /** Scans a type with some calls denied. */
    private static CollectingSink denied(AwsType type, Predicate<LabCall> calls) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        Region region = type.reach() == AwsType.Reach.GLOBAL ? LabEstate.VIRGINIA : LabEstate.IRELAND;
        try (AwsLab lab = new AwsLab(ONE_OF_EACH);
                AwsCloud cloud = lab.cloud(new AwsSettings(Set.of(region)))) {
            lab.disturb(calls, LabFault.DENIED);
            cloud.inventory().scan(AwsLabTest.of(type.type().name()), sink);
        }
        return sink;
    }
}
