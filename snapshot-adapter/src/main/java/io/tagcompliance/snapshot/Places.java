package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.util.stream.Stream;

/** How parts of an estate, scopes and identifiers lie to each other. */
final class Places {
    private Places() {}

    static Stream<AccountId> accountOf(Extent extent) {
        return switch (extent) {
            case Extent.OfCloud whole -> Stream.empty();
            case Extent.OfAccount part -> Stream.of(part.account());
            case Extent.OfRegion part -> Stream.of(part.account());
            case Extent.Cell cell -> Stream.of(cell.account());
        };
    }

    static Stream<Region> regionOf(Extent extent) {
        return switch (extent) {
            case Extent.OfCloud whole -> Stream.empty();
            case Extent.OfAccount part -> Stream.empty();
            case Extent.OfRegion part -> Stream.of(part.region());
            case Extent.Cell cell -> Stream.of(cell.region());
        };
    }

    private static Stream<ResourceType> typeOf(Extent extent) {
        return extent instanceof Extent.Cell cell ? Stream.of(cell.type()) : Stream.empty();
    }

    /** Whether something of that part belongs to the scope. */
    static boolean touch(Scope scope, Extent extent) {
        return scope.includes(extent.cloud())
                && accountOf(extent).allMatch(scope::includes)
                && regionOf(extent).allMatch(scope::includes)
                && typeOf(extent).allMatch(scope::includes);
    }

    static boolean contains(Extent extent, Extent.Cell cell) {
        return extent.cloud().equals(cell.cloud())
                && accountOf(extent).allMatch(cell.account()::equals)
                && regionOf(extent).allMatch(cell.region()::equals)
                && typeOf(extent).allMatch(cell.type()::equals);
    }

    /**
     * Whether a resource could lie there, as far as its identifier tells: an S3 bucket's names neither account nor
     * region. In doubt it could, so that nobody is told "absent" where the answer is not known.
     */
    static boolean mayContain(Extent extent, ResourceId id) {
        IdParts parts = IdParts.of(id);
        return extent.cloud().equals(id.cloud())
                && accountOf(extent).map(AccountId::text).allMatch(text -> fits(parts.account(), text))
                && regionOf(extent).map(Region::text).allMatch(text -> fits(parts.region(), text))
                && typeOf(extent)
                        .map(type -> serviceOf(id.cloud(), type))
                        .allMatch(text -> fits(parts.service(), text));
    }

    private static boolean fits(String told, String wanted) {
        return told.isEmpty() || told.equalsIgnoreCase(wanted);
    }

    private static String serviceOf(Cloud cloud, ResourceType type) {
        return type.name().split(cloud.equals(Cloud.AWS) ? ":" : "/", 2)[0];
    }
}
