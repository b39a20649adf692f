package io.tagcompliance.docs;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.snapshot.EstateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The core in another program; what stands between the markers stands in the README too. */
final class EmbeddingExample {
    private EmbeddingExample() {}

    static Score check(Path policyFile, Path estateFile, Consumer<ResourceViolations> report)
            throws IOException, InterruptedException {
        // begin of the example
        TagPolicy policy = switch (PolicyReader.read(Files.readAllBytes(policyFile))) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Rejected wrong -> throw new IllegalArgumentException("" + wrong.problems());
        };
        TagCompliance.Builder builder = TagCompliance.judgedBy(policy);
        EstateFile.open(estateFile).clouds().forEach(builder::reading);
        try (TagCompliance compliance = builder.build()) {
            ComplianceCheck check = compliance.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
            check.violations().forEach(report);
            return check.figures().score();
        }
        // end of the example
    }
}
