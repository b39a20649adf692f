package io.tagcompliance.server.tool;

import io.tagcompliance.core.check.ScanFacts;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.PolicySource.Health;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.server.tool.answer.Provenance;
import io.tagcompliance.server.tool.answer.Provenance.GapRow;
import io.tagcompliance.server.tool.answer.Provenance.PolicyRef;
import io.tagcompliance.server.tool.answer.Provenance.UnknownTagsRow;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shapes what an answer rests on. */
final class Provenances {
    private static final int MOST_GAPS = 10;

    private Provenances() {}

    static Provenance of(ScanFacts facts) {
        List<ScanGap> gaps = facts.coverage().gaps();
        return new Provenance(
                Moments.text(facts.asOf()),
                facts.readFrom().label(),
                facts.coverage().isComplete() ? "complete" : "partial",
                gaps.size(),
                gaps.stream()
                        .sorted(Comparator.comparingInt(gap -> narrowness(gap.extent())))
                        .limit(MOST_GAPS)
                        .map(Provenances::gap)
                        .toList(),
                facts.coverage().unknownTags().entrySet().stream()
                        .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
                        .limit(MOST_GAPS)
                        .map(entry -> unknownTags(entry.getKey(), entry.getValue()))
                        .toList(),
                Censuses.rows(facts.coverage().censuses()),
                ReadRegions.counts(facts.coverage().regions()),
                policy(facts.policy()));
    }

    static PolicyRef policy(PolicyInForce inForce) {
        return new PolicyRef(inForce.policy().header().version(), inForce.origin(), problem(inForce.health()));
    }

    static @Nullable String problem(Health health) {
        return switch (health) {
            case Health.Sound sound -> null;
            case Health.NewerOneRejected rejected -> rejected.problem();
        };
    }

    private static int narrowness(Extent extent) {
        return switch (extent) {
            case Extent.OfCloud cloud -> 0;
            case Extent.OfAccount account -> 1;
            case Extent.OfRegion region -> 2;
            case Extent.Cell cell -> 3;
        };
    }

    static GapRow gap(ScanGap gap) {
        return switch (gap.extent()) {
            case Extent.OfCloud all -> row("cloud", gap);
            case Extent.OfAccount of -> row("account", gap, of.account().text());
            case Extent.OfRegion of ->
                row("region", gap, of.account().text(), of.region().text());
            case Extent.Cell cell ->
                row(
                        "resource_type",
                        gap,
                        cell.account().text(),
                        cell.region().text(),
                        cell.type().name());
        };
    }

    /** The row of a gap; the place is account, region and type, as far as it goes. */
    private static GapRow row(String extent, ScanGap gap, String... place) {
        return new GapRow(
                extent,
                gap.extent().cloud().id(),
                place.length > 0 ? place[0] : null,
                place.length > 1 ? place[1] : null,
                place.length > 2 ? place[2] : null,
                gap.failure().kind().label(),
                gap.failure().operation(),
                gap.failure().remedy(),
                gap.kept().label());
    }

    private static UnknownTagsRow unknownTags(ReadFailure failure, int resources) {
        return new UnknownTagsRow(failure.kind().label(), failure.operation(), failure.remedy(), resources);
    }
}
