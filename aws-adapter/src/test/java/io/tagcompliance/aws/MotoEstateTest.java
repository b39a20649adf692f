package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.testkit.CollectingSink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole way against an AWS by other people, where it is installed. What moto doesn't do stands here as a list, and is a
 * gap; where it does otherwise than AWS, the seed leaves it out.
 */
@Timeout(120)
class MotoEstateTest {
    /** moto has no such call; all of them are rare, so that only who names them asks for them. */
    private static final Set<String> NOT_IN_MOTO = Set.of(
            "apprunner:service",
            "bedrock:application-inference-profile",
            "bedrock:provisioned-model",
            "ec2:client-vpn-endpoint",
            "elasticache:serverlesscache",
            "lightsail:Instance",
            "redshift-serverless:workgroup",
            "storagegateway:gateway");

    /** Made by moto with each account, as AWS makes them, and costless. */
    private static final Set<String> MADE_BY_ITSELF = Set.of(
            "ec2:vpc",
            "ec2:subnet",
            "ec2:security-group",
            "ec2:route-table",
            "ec2:network-interface",
            "ec2:internet-gateway",
            "elasticloadbalancing:targetgroup");

    private static MotoServer moto;

    @BeforeAll
    static void start() throws Exception {
        if (!MotoServer.isInstalled()) {
            System.out.println("moto_server is not on the PATH: the suite against moto is passed over.");
        }
        Assumptions.assumeTrue(MotoServer.isInstalled(), "moto_server is not installed");
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    private static CollectingSink scan(Scope scope) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        try (AwsCloud cloud = AwsCloud.of(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)), moto.connection())) {
            cloud.inventory().scan(scope, sink);
        }
        return sink;
    }

    private static Set<String> types(List<ScanGap> gaps) {
        return gaps.stream()
                .map(gap -> ((Extent.Cell) gap.extent()).type().name())
                .collect(Collectors.toSet());
    }

    private static long answered(List<String> calls) {
        Set<String> unanswered = AwsTypes.ALL.stream()
                .filter(type -> NOT_IN_MOTO.contains(type.type().name()))
                .map(type -> type.listing().operation().name().replaceFirst(".*:", ""))
                .collect(Collectors.toSet());
        return calls.stream()
                .filter(call -> !unanswered.contains(call.replaceFirst(".*:", "")))
                .count();
    }

    private static Map<String, Map<String, String>> tags(List<Resource> resources) {
        return resources.stream()
                .filter(resource -> !MADE_BY_ITSELF.contains(resource.type().name()))
                .collect(Collectors.toMap(resource -> resource.id().text(), LabEstate::tags));
    }

    @Test
    void finds_nothing_where_nothing_was_made_and_then_what_was_made_with_its_tags() throws Exception {
        CollectingSink before = scan(Scope.EVERYTHING);
        System.out.println("A default scan of three Regions of moto took " + answered(moto.calls())
                + " calls, those apart that moto doesn't answer.");
        assertThat(before.resources()).as("an account without resources").isEmpty();
        assertThat(before.gaps()).as("moto answers all that is read by default").isEmpty();

        Map<String, Map<String, String>> truth = new HashMap<>();
        Set<String> untold = new HashSet<>();
        try (MotoSeed ireland = new MotoSeed(moto, LabEstate.IRELAND);
                MotoSeed oregon = new MotoSeed(moto, LabEstate.OREGON)) {
            MotoMachines.into(ireland);
            MotoPlatform.into(ireland);
            MotoMachines.into(oregon);
            Stream.of(ireland, oregon).forEach(seed -> {
                truth.putAll(seed.made());
                untold.addAll(seed.untold());
            });
        }
        CollectingSink after = scan(AwsLabTest.ALL);
        Map<String, Map<String, String>> found = tags(after.resources());

        assertThat(found).containsKeys(untold.toArray(String[]::new));
        found.keySet().removeAll(untold);
        assertThat(found).isEqualTo(truth);
        assertThat(types(after.gaps())).isEqualTo(NOT_IN_MOTO);
    }
}
