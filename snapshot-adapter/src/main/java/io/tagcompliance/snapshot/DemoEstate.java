package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * Quillmere Goods, a company that doesn't exist: three clouds, twelve accounts, 2,500 resources of 40 types, and the
 * policy that it would like to keep.
 *
 * <p>It is the same on every machine and at any time; its counts stand in {@code docs/estate-files.md}. Nothing of it
 * is unreadable, so that its score is known. Safe for use by many threads.
 */
public final class DemoEstate {
    private static final String POLICY = "demo-policy.json";

    private DemoEstate() {}

    /** A provider for each of AWS, Azure and Google Cloud, in that order. */
    public static List<CloudProvider> clouds() {
        return List.of(cloud(Cloud.AWS), cloud(Cloud.AZURE), cloud(Cloud.GCP));
    }

    private static CloudProvider cloud(Cloud cloud) {
        List<Resource> resources = DemoAccounts.ALL.stream()
                .filter(account -> account.cloud().equals(cloud))
                .flatMap(DemoAccount::resources)
                .toList();
        return new RecordedCloud(cloud, new RecordSource.Fixed(Records.of(resources)));
    }

    /**
     * Writes what the company pays for all of that and besides, in dollars, as FOCUS 1.0 in CSV.
     *
     * @param last the last of the three months that are written
     * @throws IOException where it can't be written there
     */
    public static void writeBill(YearMonth last, Appendable out) throws IOException {
        DemoBill.write(last, out);
    }

    /**
     * The policy of the company, as a file of the phase 1 format.
     *
     * <p>Its values are in lower case and keys match in any case: Google Cloud's labels know no capitals, and a policy
     * that a cloud can't keep would measure nothing there.
     */
    public static byte[] policyJson() {
        try (InputStream in = Objects.requireNonNull(DemoEstate.class.getResourceAsStream(POLICY), POLICY)) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
