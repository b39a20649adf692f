package io.tagcompliance.core.advice;

import io.tagcompliance.core.advice.EstateKnowledge.OfScan;
import io.tagcompliance.core.advice.EvidenceClass.LeftOut;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.CreatorLog.Creator;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up who made what nothing else tells enough of, and who made others of its account that have the key. The logs of clouds
 * are slow, so each is asked about a few with each question, about nothing twice that it told, and again about what it could not
 * tell only when there is nothing else to ask.
 */
final class CreatorSearch {
    /** Of the resources that were asked about. */
    static final int MOST_ASKED = 5;

    /** Of those that may have the same creator. */
    static final int MOST_VOTERS = 15;

    private final OfScan known;
    private final Creators creators;
    private final ResourceColumns columns;

    CreatorSearch(OfScan known) {
        this.known = known;
        this.creators = known.creators();
        this.columns = known.estate().columns();
    }

    /**
     * Asks the logs that there are.
     *
     * @param open rows, each with the keys of which the scan doesn't tell the value
     * @return whether more is known than before
     */
    boolean search(List<CloudProvider> clouds, Map<Integer, List<TagKey>> open) throws InterruptedException {
        int before = creators.rows().size();
        for (CloudProvider cloud : clouds) {
            Map<Integer, List<TagKey>> here = in(cloud.cloud(), open);
            Optional<CreatorLog> log = here.isEmpty() ? Optional.<CreatorLog>empty() : cloud.creators();
            if (log.isPresent()) {
                search(log.get(), here);
            }
        }
        return creators.rows().size() > before;
    }

    private Map<Integer, List<TagKey>> in(Cloud cloud, Map<Integer, List<TagKey>> open) {
        Map<Integer, List<TagKey>> here = new LinkedHashMap<>(open);
        here.keySet().removeIf(row -> !columns.idOf(row).cloud().equals(cloud));
        return here;
    }

    /** Others are looked up only for those whose own creator is known. */
    private void search(CreatorLog log, Map<Integer, List<TagKey>> open) throws InterruptedException {
        lookUp(
                log,
                open.keySet().stream()
                        .filter(row -> !creators.isLookedUp(row))
                        .sorted(Comparator.comparing(creators::wasUnreadable))
                        .limit(MOST_ASKED)
                        .toList());
        List<Integer> made = open.keySet().stream().filter(creators::knows).toList();
        NearestRows nearest = new NearestRows(known, made);
        Set<Integer> voters = new LinkedHashSet<>();
        for (int row : made) {
            int share = Math.max(1, MOST_VOTERS / made.size());
            voters.addAll(nearest.to(row, open.getOrDefault(row, List.of()), voters)
                    .first(Math.min(share, MOST_VOTERS - voters.size())));
        }
        lookUp(log, List.copyOf(voters));
    }

    private void lookUp(CreatorLog log, List<Integer> rows) throws InterruptedException {
        List<Resource> resources = rows.stream().map(columns::get).toList();
        List<Creator> found = resources.isEmpty() ? List.of() : log.creators(resources);
        for (int number = 0; number < found.size(); number++) {
            int row = rows.get(number);
            creators.learn(row, account(row), found.get(number));
        }
    }

    private int account(int row) {
        return known.estate().bonds().groupOf(row, LeftOut.ITS_ACCOUNT);
    }
}
