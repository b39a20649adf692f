package io.tagcompliance.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.UntaggedRequest;
import io.tagcompliance.core.check.UntaggedRequest.Missing;
import io.tagcompliance.core.check.UntaggedResources;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.spi.ScanCache;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A check that reads columns says of any estate under any policy what judging each resource by itself says. */
class ColumnsAgreeTest {
    private static final int POLICIES = Integer.getInteger("columns.policies", 1_500);
    private static final int RESOURCES = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Set<Severity>> LISTED =
            List.of(Set.of(Severity.values()), Set.of(Severity.ERROR), Set.of(Severity.WARNING));

    private final SmallWorld world = new SmallWorld(20_261_125);
    private final Random random = new Random(20_261_125);

    @Test
    void a_check_on_columns_is_the_check_of_each_resource() throws Exception {
        int settled = 0;
        for (int number = 0; number < POLICIES; number++) {
            TagPolicy policy = policy();
            SmallEstate estate = SmallEstate.of(world, random, RESOURCES);
            TagCompliance compliance = compliance(policy, estate);
            Set<Severity> listed = LISTED.get(random.nextInt(LISTED.size()));
            ResourceFilter filter = filter();
            List<Resource> byId = estate.resources().stream()
                    .filter(one -> admits(filter, one))
                    .sorted(Comparator.comparing(Resource::id))
                    .toList();
            PlainCheck plain =
                    PlainCheck.of(policy, estate.resources(), SmallWorld.NOW).of(byId);

            for (int round = 0; round < 2; round++) {
                ComplianceCheck check = compliance
                        .check()
                        .check(new CheckRequest(filter, listed, Freshness.REMEMBERED_WILL_DO), Patience.UNLIMITED);
                assertThat(check.figures()).isEqualTo(plain.figures());
                assertThat(check.violations()).isEqualTo(plain.violations(listed));
                assertThat(check.breakdown().byType().toString())
                        .isEqualTo(plain.breakdown().byType().toString());
                assertThat(check.breakdown().byAccount())
                        .isEqualTo(plain.breakdown().byAccount());
                assertThat(check.breakdown().byRegion())
                        .isEqualTo(plain.breakdown().byRegion());
                assertThat(check.breakdown().byTag())
                        .isEqualTo(plain.breakdown().byTag());
                assertThat(check.waived()).isEqualTo(plain.waived());
                assertThat(check.facts().coverage().unknownTags().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo((int) byId.stream()
                                .filter(one -> one.tags() instanceof TagReading.Unknown)
                                .count());
            }
            settled += settled(policy, byId);
        }
        // Without this the test would hold where nothing is ever read from columns.
        assertThat(settled).isGreaterThan(POLICIES * RESOURCES / 4);
    }

    @Test
    void what_lacks_tags_is_the_same_too() throws Exception {
        for (int number = 0; number < POLICIES / 3; number++) {
            TagPolicy policy = policy();
            SmallEstate estate = SmallEstate.of(world, random, RESOURCES);
            List<Resource> byId = estate.resources().stream()
                    .sorted(Comparator.comparing(Resource::id))
                    .toList();
            UntaggedResources required = untagged(new Missing.AnyRequired(), policy, estate);
            UntaggedResources bare = untagged(new Missing.AllTags(), policy, estate);

            Map<String, List<String>> lacking = new LinkedHashMap<>();
            required.untagged()
                    .forEach(found -> lacking.put(
                            found.resource().id().text(),
                            found.missing().stream().map(key -> key.folded()).toList()));
            assertThat(lacking)
                    .isEqualTo(PlainCheck.of(policy, byId, SmallWorld.NOW).lacking(CompiledPolicy.of(policy)));
            assertThat(bare.untagged().stream().map(found -> found.resource()))
                    .isEqualTo(byId.stream()
                            .filter(one -> one.tags() instanceof TagReading.Known known
                                    && known.tags().hasNoneOfItsOwner())
                            .toList());
        }
    }

    @Test
    void a_batch_says_of_each_resource_what_the_policy_says() throws Exception {
        for (int number = 0; number < POLICIES; number++) {
            TagPolicy policy = policy();
            List<Resource> resources = SmallEstate.of(world, random, RESOURCES).resources();
            CompiledPolicy compiled = CompiledPolicy.of(policy);
            PolicyBatch batch = compiled.batch();
            for (Resource one : resources) {
                Subject subject = Subject.of(one, PlainCheck.lineage(one, resources));

                assertThat(batch.judge(subject, SmallWorld.NOW)).isEqualTo(compiled.judge(subject, SmallWorld.NOW));
            }
        }
    }

    private UntaggedResources untagged(Missing missing, TagPolicy policy, SmallEstate estate)
            throws InterruptedException {
        return compliance(policy, estate)
                .untagged()
                .find(new UntaggedRequest(ResourceFilter.EVERYTHING, missing, Freshness.READ_NOW), Patience.UNLIMITED);
    }

    /** How many rows columns settled. */
    private static int settled(TagPolicy policy, List<Resource> byId) {
        ResourceColumns columns = ResourceColumns.copyOf(byId);
        ColumnVerdicts verdicts = new ColumnVerdicts(CompiledPolicy.of(policy), columns, site -> Lineage.NONE);
        return byId.size()
                - verdicts.tally(columns, Rows.all(columns), SmallWorld.NOW, Set.of())
                        .asked()
                        .size();
    }

    private ResourceFilter filter() {
        Set<ResourceGroup> groups = random.nextInt(4) == 0 ? Set.of(new ResourceGroup("Web")) : Set.of();
        Map<String, String> tags = random.nextInt(4) == 0 ? Map.of("Env", "prod") : Map.of();
        return new ResourceFilter(Scope.EVERYTHING, groups, tags);
    }

    private static boolean admits(ResourceFilter filter, Resource one) {
        boolean tagged = !(one.tags() instanceof TagReading.Known known)
                || filter.tags().entrySet().stream()
                        .allMatch(tag -> known.tags().value(tag.getKey()).equals(Optional.of(tag.getValue())));
        return tagged
                && (filter.groups().isEmpty()
                        || filter.groups().contains(one.location().group()));
    }

    private static TagCompliance compliance(TagPolicy policy, SmallEstate estate) {
        TagCompliance.Builder builder =
                TagCompliance.judgedBy(policy).at(() -> SmallWorld.NOW).remembering(new OneScan(), Retention.DEFAULT);
        estate.clouds().forEach(builder::reading);
        return builder.build();
    }

    private TagPolicy policy() throws JsonProcessingException {
        while (true) {
            if (PolicyReader.read(JSON.writeValueAsBytes(world.policy())) instanceof PolicyReading.Accepted accepted) {
                return accepted.policy();
            }
        }
    }

    /** Keeps every scan, so that a second check meets what the first one left behind. */
    private static final class OneScan implements ScanCache {
        private final Map<ScanKey, Scan> scans = new ConcurrentHashMap<>();

        @Override
        public Optional<Scan> get(ScanKey key) {
            return Optional.ofNullable(scans.get(key));
        }

        @Override
        public void put(Scan scan, Duration keep) {
            scans.put(scan.key(), scan);
        }
    }
}
