package io.tagcompliance.core.advice;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagKey;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What resources can have in common, by which one of them may tell something of another.
 *
 * @param kind  of evidence that it is
 * @param by    the kind of parent, or the folded key of the tag; else empty
 * @param place the account that it is of; empty where it binds over accounts
 * @param name  the parent, the value of the tag, the word
 */
record Tie(EvidenceClass kind, String by, String place, String name) {
    private static final String ANYWHERE = "";

    /** The parents that a resource names: its list, and tags that only AWS writes. Parents are of an account. */
    static Set<Tie> links(Resource resource) {
        Set<Tie> links = new LinkedHashSet<>();
        resource.traits().parents().forEach(parent -> links.add(link(parent, resource)));
        if (resource.id().cloud().equals(Cloud.AWS) && resource.tags() instanceof TagReading.Known known) {
            ParentLink.TAGS_OF_AWS.forEach((key, kind) -> known.tags()
                    .value(key)
                    .filter(name -> !name.isBlank())
                    .ifPresent(name -> links.add(link(new ParentLink(kind, name), resource))));
        }
        return links;
    }

    static Tie link(ParentLink parent, Resource of) {
        return new Tie(EvidenceClass.HARD_LINK, parent.kind().label(), place(of), parent.name());
    }

    static String place(Resource resource) {
        AccountId account = resource.location().account();
        return resource.id().cloud() + "/" + account.text();
    }

    /** Whatever else it may have in common with others. */
    static Set<Tie> others(Resource resource) {
        Set<Tie> ties = new LinkedHashSet<>();
        String place = place(resource);
        String group = resource.location().group().name().toLowerCase(Locale.ROOT);
        if (!group.isEmpty()) {
            ties.add(new Tie(EvidenceClass.RESOURCE_GROUP, "", place, group));
        }
        ties.add(new Tie(EvidenceClass.ACCOUNT, "", place, ""));
        ties.add(new Tie(
                EvidenceClass.NEIGHBOURS, "", place, resource.type().name().toLowerCase(Locale.ROOT)));
        if (resource.tags() instanceof TagReading.Known known) {
            known.tags().forEach((key, value) -> addTag(key, value, place, ties));
        }
        for (String word : words(resource)) {
            ties.add(new Tie(EvidenceClass.NAME, "", place, word));
            ties.add(new Tie(EvidenceClass.NAME_ELSEWHERE, "", ANYWHERE, word));
        }
        return ties;
    }

    private static void addTag(String key, String value, String place, Set<Tie> ties) {
        if (!key.isEmpty() && !value.isBlank() && !new TagKey(key).isSystem()) {
            String folded = new TagKey(key).folded();
            ties.add(new Tie(EvidenceClass.CO_OCCURRENCE, folded, place, value));
            ties.add(new Tie(EvidenceClass.CO_OCCURRENCE_ELSEWHERE, folded, ANYWHERE, value));
        }
    }

    private static Set<String> words(Resource resource) {
        Set<String> words = Words.of(resource.name());
        String lastPart = lastPart(resource);
        if (!lastPart.equals(resource.name())) {
            words.addAll(Words.of(lastPart));
        }
        return words;
    }

    /** What stands behind the last slash or colon of its identifier: by that, parents are named. */
    static String lastPart(Resource resource) {
        String id = resource.id().text();
        return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
    }
}
