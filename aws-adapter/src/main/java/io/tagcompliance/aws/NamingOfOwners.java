package io.tagcompliance.aws;

import io.tagcompliance.aws.UsageByResource.Owned;
import io.tagcompliance.aws.UsageByResource.Owner;
import io.tagcompliance.aws.UsageByTags.Part;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.spi.CloudException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Asks whose usage is, service by service, the dearest first, as long as paid calls are left. What can't be told stays as it
 * was. Confined to one thread.
 */
final class NamingOfOwners {
    /** As many services that refuse at the start are taken for an account that has not opted in: each costs a cent. */
    private static final int REFUSALS = 3;

    private static final int BAD_REQUEST = 400;

    private final UsageByResource byResource;
    private final PaidCalls paid;
    private final List<Owned> owned = new ArrayList<>();
    private int named;
    private int refused;
    private int notAsked;
    private boolean isOver;
    private Optional<String> failure = Optional.empty();

    NamingOfOwners(UsageByResource byResource, PaidCalls paid) {
        this.byResource = byResource;
        this.paid = paid;
    }

    OwnedUsage of(List<Part> parts) {
        Map<String, List<Part>> services = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.service().service(), LinkedHashMap::new, Collectors.toList()));
        List<String> dearestFirst = services.keySet().stream()
                .sorted(Comparator.comparing(service ->
                        cost(services.getOrDefault(service, List.of())).negate()))
                .toList();
        for (String service : dearestFirst) {
            List<Part> some = services.getOrDefault(service, List.of());
            owned.addAll(split(service, some).orElseGet(() -> untold(some)));
        }
        return failure.map(remedy -> failed(parts, services.size(), remedy))
                .orElseGet(() -> told(parts, services.size()));
    }

    private static BigDecimal cost(List<Part> parts) {
        return parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Owned> untold(List<Part> parts) {
        return parts.stream().map(part -> new Owned(part, new Owner.Untold())).toList();
    }

    private Optional<List<Owned>> split(String service, List<Part> parts) {
        if (isOver || isUseless() || !paid.allow(byResource.callsOfOne())) {
            notAsked++;
            return Optional.empty();
        }
        try {
            Optional<List<Owned>> split = byResource.split(service, parts);
            named += split.isPresent() ? 1 : 0;
            return split;
        } catch (CloudException.AccessDenied | CloudException.Unauthenticated | CloudException.Throttled failed) {
            // It meets every service alike: none more is asked, and what was told and paid for before stays.
            isOver = true;
            failure = Optional.of(failed.failure().remedy());
            return Optional.empty();
        } catch (CloudException.Unavailable failed) {
            if (failed.failure().kind() == Kind.INTERRUPTED) {
                throw failed;
            }
            if (isRefusal(failed)) {
                refused++;
            } else {
                failure = Optional.of(failed.failure().remedy());
            }
            return Optional.empty();
        } catch (CloudException.Unsupported tooDear) {
            notAsked++;
            return Optional.empty();
        }
    }

    /** AWS answers so where resources aren't switched on; anything else is over soon. */
    private static boolean isRefusal(CloudException.Unavailable failed) {
        return failed.getCause() instanceof AwsServiceException told && told.statusCode() == BAD_REQUEST;
    }

    private OwnedUsage failed(List<Part> parts, int services, String remedy) {
        String why = "the resources of some services could not be read, " + remedy;
        return named == 0
                ? OwnedUsage.untold(parts, why, CostExplorerLedger.REMEMBERED_IN_PART)
                : OwnedUsage.inPart(owned, named + " of " + services + " services told their resources, and " + why)
                        .goodFor(CostExplorerLedger.REMEMBERED_IN_PART);
    }

    private boolean isUseless() {
        return named == 0 && refused >= REFUSALS;
    }

    private OwnedUsage told(List<Part> parts, int services) {
        if (named == 0) {
            return OwnedUsage.untold(
                    parts,
                    notAsked > 0 && !isUseless()
                            ? "bill_paid_calls allows no calls that would tell the resources"
                            : "Cost Explorer named no resources, which it does only where resource-level data is switched on in"
                                    + " its preferences, for each service that matters, and some days after that",
                    CostExplorerLedger.REMEMBERED);
        }
        String dear = notAsked > 0 ? ", and bill_paid_calls allows no more calls" : "";
        return OwnedUsage.inPart(
                owned, "Cost Explorer named the resources of " + named + " of " + services + " services" + dear);
    }
}
