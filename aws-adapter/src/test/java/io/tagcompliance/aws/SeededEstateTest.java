package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.testkit.CollectingSink;
import io.tagcompliance.testkit.ContractEstate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Estates of chance: some of each type or none, here and there in three accounts and three Regions, with usual tags, strange ones,
 * some of AWS alone, or none. A scan of one is equal to it, or says what it lacks.
 */
@Timeout(300)
class SeededEstateTest {
    private static final List<AccountId> ACCOUNTS =
            List.of(LabEstate.ACCOUNT, new AccountId("222222222222"), new AccountId("333333333333"));
    private static final AwsSettings SETTINGS = new AwsSettings(
            new LinkedHashSet<>(LabEstate.REGIONS),
            new Accounts.Organization(Set.of(), new Role(LabOrganization.ROLE, LabOrganization.EXTERNAL_ID, "jane")));
    private static final List<String> KEYS = List.of("Owner", "owner", "Environment", "CostCenter", "Project", "Name");
    private static final List<String> VALUES =
            List.of("", "a", "production", "Prod", "CC-1001", "team@corp.example", " x ");
    private static final List<LabFault> FAULTS = List.of(LabFault.DENIED, LabFault.BARE_404, LabFault.OTHER_XML);

    private static WholeScan estate(long seed, int most) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Resource> resources = new ArrayList<>();
        for (AccountId account : ACCOUNTS) {
            for (AwsType type : AwsTypes.ALL) {
                for (Region region : LabEstate.regionsOf(type)) {
                    int many = count(Objects.hash(seed, account, region, inOrItself(type)), most);
                    for (int number = 0; number < many; number++) {
                        String name = LabEstate.name(type.type().name(), region, number);
                        TagReading tags = TagReading.known(tags(chance));
                        resources.add(LabEstate.in(
                                account, LabEstate.resource(type.type().name(), region, name, tags)));
                    }
                }
            }
        }
        return WholeScan.of(
                SETTINGS, new LabEstate(resources), lab -> lab.organization().found());
    }

    /** Services and groups of nodes lie in the cluster that has their name, in the lab. */
    private static String inOrItself(AwsType type) {
        return switch (type.type().name()) {
            case "ecs:service" -> "ecs:cluster";
            case "eks:nodegroup" -> "eks:cluster";
            case String other -> other;
        };
    }

    private static int count(int seed, int most) {
        SplittableRandom chance = new SplittableRandom(seed);
        return chance.nextInt(4) == 0 ? 0 : chance.nextInt(most);
    }

    private static Map<String, String> tags(SplittableRandom chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> Map.of();
            case 1 ->
                ContractEstate.awkwardTags()
                        .get(chance.nextInt(ContractEstate.awkwardTags().size()));
            case 2 -> Map.of("aws:cloudformation:stack-name", "stack-" + chance.nextInt(9));
            default -> usual(chance);
        };
    }

    private static Map<String, String> usual(SplittableRandom chance) {
        Map<String, String> tags = new HashMap<>();
        int many = 1 + chance.nextInt(KEYS.size());
        for (int number = 0; number < many; number++) {
            tags.put(KEYS.get(chance.nextInt(KEYS.size())), VALUES.get(chance.nextInt(VALUES.size())));
        }
        return tags;
    }

    private static CollectingSink scan(WholeScan whole, Predicate<LabCall> failing, LabFault fault)
            throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        try (AwsLab lab = new AwsLab(whole.estate());
                AwsCloud cloud = lab.cloud(whole.settings())) {
            whole.prepared().accept(lab);
            lab.disturb(failing, fault);
            cloud.inventory().scan(WholeScan.SCOPE, sink);
        }
        return sink;
    }

    private static void assertEqual(WholeScan whole) throws InterruptedException {
        CollectingSink scan = scan(whole, call -> false, LabFault.NONE);

        assertThat(scan.gaps()).isEmpty();
        assertThat(AwsLabTest.tags(scan.resources()))
                .isEqualTo(AwsLabTest.tags(List.copyOf(whole.truth().values())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void an_estate_of_over_a_thousand_is_found_with_all_its_tags(long seed) throws InterruptedException {
        WholeScan whole = estate(seed, 9);

        assertThat(whole.truth()).hasSizeGreaterThan(1_000);
        assertEqual(whole);
    }

    @Test
    void an_estate_of_over_ten_thousand_is_found_with_all_its_tags() throws InterruptedException {
        WholeScan whole = estate(50_000, 60);

        assertThat(whole.truth()).hasSizeGreaterThan(10_000);
        assertEqual(whole);
    }

    /** One call in thirty, by what it is and where, fails whenever it is made. */
    @ParameterizedTest
    @ValueSource(longs = {5, 66, 7_000, 8_888, 99_999, 111_112})
    void what_an_estate_lacks_is_said_where_calls_of_chance_fail(long seed) throws InterruptedException {
        WholeScan whole = estate(seed, 5);
        LabFault fault = FAULTS.get((int) (seed % FAULTS.size()));

        CollectingSink scan =
                scan(whole, call -> Math.floorMod(Objects.hash(seed, call.operation(), call.region()), 30) == 0, fault);

        whole.assertHidesNothing(scan, "seed " + seed);
    }
}
