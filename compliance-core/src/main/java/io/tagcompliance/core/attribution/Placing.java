package io.tagcompliance.core.attribution;

import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.evaluation.AllocationJudge;
import io.tagcompliance.core.evaluation.KeyStanding;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places usage by its tags. What charges have in common is decided once. Confined to one thread. */
final class Placing {
    /** Charges that name no resource are judged by the rules that hold for every type. */
    private static final ResourceType ANY_TYPE = new ResourceType("*");

    private static final Pattern GROUP =
            Pattern.compile("/subscriptions/[^/]+/resourceGroups/([^/]+)", Pattern.CASE_INSENSITIVE);

    private final List<AllocationJudge> judges;
    private final Function<Site, Lineage> parents;
    private final Map<Alike, List<AllocationJudge.Alike>> judgesOf = new HashMap<>();

    /** Few places differ in their rules, and what was learned of values at one holds at all of these. */
    private final Map<AllocationJudge.Alike, AllocationJudge.Alike> known = new HashMap<>();

    private final Set<String> servicesWithoutTypes = new HashSet<>();

    Placing(List<AllocationJudge> judges, Function<Site, Lineage> parents) {
        this.judges = List.copyOf(judges);
        this.parents = parents;
    }

    /** What decides besides tags: charges that are alike in it are judged by the same rules. */
    private record Alike(ChargePlace place, ResourceType type, String group) {}

    Placement of(Charge usage) {
        ResourceType type = usage.what() instanceof Charged.OfResource resource ? resource.type() : ANY_TYPE;
        Alike alike = new Alike(usage.place(), type, groupOf(usage));
        return place(usage, judgesOf.computeIfAbsent(alike, this::judgesOf));
    }

    private List<AllocationJudge.Alike> judgesOf(Alike alike) {
        Subject subject = subject(alike);
        return judges.stream()
                .map(judge -> judge.of(subject))
                .map(one -> known.computeIfAbsent(one, first -> first))
                .toList();
    }

    private Placement place(Charge usage, List<AllocationJudge.Alike> judges) {
        List<TagKey> lacking = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        List<RuleId> inheritedBy = new ArrayList<>();
        int notDemanded = 0;
        for (AllocationJudge.Alike judge : judges) {
            switch (judge.standing(usage.tags())) {
                case KeyStanding.Right right -> {}
                case KeyStanding.NotDemanded nobody -> notDemanded++;
                case KeyStanding.Inherited inherited -> inheritedBy.add(inherited.rule());
                case KeyStanding.Missing missing -> lack(judge.key(), Defect.MISSING, lacking, defects);
                case KeyStanding.Invalid invalid -> lack(judge.key(), Defect.INVALID, lacking, defects);
                case KeyStanding.WrongKey wrong -> lack(judge.key(), Defect.WRONG_KEY_CASE, lacking, defects);
            }
        }
        if (notDemanded == judges.size()) {
            return new Placement.Unattributed(gapOf(usage), Defect.MISSING, List.of());
        }
        if (!lacking.isEmpty()) {
            return new Placement.Unattributed(gapOf(usage), Collections.min(defects), lacking);
        }
        return inheritedBy.isEmpty() ? new Placement.Direct() : new Placement.Inherited(inheritedBy.getFirst());
    }

    private static void lack(TagKey key, Defect defect, List<TagKey> lacking, List<Defect> defects) {
        lacking.add(key);
        defects.add(defect);
    }

    private Subject subject(Alike alike) {
        ChargePlace place = alike.place();
        ResourceType type = alike.type();
        ResourceGroup group = alike.group().isEmpty() ? ResourceGroup.NONE : new ResourceGroup(alike.group());
        return new Subject(
                place.cloud(),
                type,
                "",
                new Place(place.account().text(), place.region().text(), group.name(), ""),
                new TagReading.Known(Tags.NONE),
                Creation.UNKNOWN,
                parents.apply(new Site(place.cloud(), type, new Location(place.account(), place.region(), group))));
    }

    /** Ids of Azure name the resource group that they lie in; AWS has its stacks for that, which tags of its own name. */
    private static String groupOf(Charge usage) {
        if (usage.place().cloud().equals(Cloud.AWS)) {
            return usage.tags().value(ParentLink.STACK_TAG).orElse("");
        }
        if (!usage.place().cloud().equals(Cloud.AZURE) || !(usage.what() instanceof Charged.OfResource resource)) {
            return "";
        }
        Matcher group = GROUP.matcher(resource.id().text());
        return group.lookingAt() ? group.group(1) : "";
    }

    private CostBucket gapOf(Charge usage) {
        return switch (usage.what()) {
            case Charged.OfResource resource ->
                TypeCatalogue.isUntaggable(resource.type()) ? CostBucket.UNTAGGABLE : CostBucket.ACTIONABLE_GAP;
            case Charged.NotTold notTold -> CostBucket.ACTIONABLE_GAP;
            case Charged.NoResource none ->
                withoutResource(usage.place().cloud(), usage.place().service());
        };
    }

    private CostBucket withoutResource(Cloud cloud, String service) {
        if (TypeCatalogue.hasTaggableTypes(cloud, service)) {
            return CostBucket.NO_RESOURCE_ID;
        }
        servicesWithoutTypes.add(service);
        return CostBucket.UNTAGGABLE;
    }

    /** Services whose usage without a resource counts as untaggable, since no type of theirs is known that can be tagged. */
    int servicesWithoutTypes() {
        return servicesWithoutTypes.size();
    }
}
