package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Patience;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks of an estate of any size, in a process of its own: the arguments are the lab's port, the number of accounts, the
 * rates ({@code published} or {@code unlimited}) and how many scans. Prints what it found and what that took, as {@code key=value}.
 */
final class ScaleRun {
    private ScaleRun() {}

    public static void main(String[] arguments) throws Exception {
        int accounts = Integer.parseInt(arguments[1]);
        Rates rates = arguments[2].equals("published") ? Rates.PUBLISHED : Rates.UNLIMITED;
        int scans = Integer.parseInt(arguments[3]);
        try (TagCompliance compliance = TagCompliance.judgedBy(ScaleEstate.policy())
                .reading(AwsCloud.of(settings(accounts), connection(arguments[0], rates)))
                .build()) {
            for (int scan = 1; scan <= scans; scan++) {
                scan(compliance, scan == 1 ? "first_" : "later_");
            }
        }
    }

    /** The first scan of a process pays for its start; later ones show what scanning takes. */
    private static void scan(TagCompliance compliance, String which) throws InterruptedException {
        Instant begun = Instant.now();
        long cpu = cpuMillis();
        ComplianceCheck check = compliance.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
        print(which + "wall_ms", Duration.between(begun, Instant.now()).toMillis());
        print(which + "cpu_ms", cpuMillis() - (which.startsWith("first") ? 0 : cpu));
        print("peak_heap_mib", peakHeap() >> 20);
        print("total", check.figures().counts().total());
        print("non_compliant", check.figures().counts().nonCompliant());
        print("gaps", check.facts().coverage().gaps().size());
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static void print(String key, long value) {
        System.out.println(key + "=" + value);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    static AwsSettings settings(int accounts) {
        Set<Region> regions =
                ScaleEstate.REGIONS.stream().map(Region::new).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<AccountId> ids = IntStream.range(0, accounts)
                .mapToObj(ScaleEstate::account)
                .map(AccountId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Role role = new Role("Reader", "", "scale");
        return new AwsSettings(regions, accounts == 1 ? new Accounts.Own() : new Accounts.Listed(ids, role));
    }

    static Connection connection(String port, Rates rates) {
        Connection lab = LabConnection.to(URI.create("http://127.0.0.1:" + port));
        Connection.Pace pace = Connection.Pace.STANDARD;
        return new Connection(
                lab.end(),
                lab.credentials(),
                new Connection.Pace(pace.shortest(), pace.longest(), pace.attempt(), pace.call(), pace.scan(), rates));
    }

    /** What {@link ScaleEstate#mark} says of resources that were read. */
    static long checksum(List<Resource> resources) {
        return resources.stream()
                .mapToLong(resource -> ScaleEstate.mark(
                        resource.id().text(),
                        ((TagReading.Known) resource.tags()).tags().asMap()))
                .sum();
    }
}
