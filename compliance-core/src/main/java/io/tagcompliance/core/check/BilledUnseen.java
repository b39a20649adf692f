package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.Billed;
import io.tagcompliance.core.cost.CostTable;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.RegionsRead;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Resources that the bill of the last closed month names and a scan doesn't have, in accounts that it read, be they empty by
 * it: made away with since, of a type that isn't read, or missed. So the bill checks what was read. What can't be tagged
 * doesn't count, nor what the bill has a short name for, which of several resources it may be.
 *
 * @param resources how many there are
 * @param cost      what they cost in that month
 * @param byType    how many of each type, by its name
 * @param dearest   a few of them, the dearest first
 */
public record BilledUnseen(int resources, Money cost, Map<String, Integer> byType, List<ResourceId> dearest) {
    private static final int SHOWN = 5;

    private record Account(Cloud cloud, AccountId id) {}

    /** What a scan found, and where it read. */
    record Scanned(ResourceColumns columns, List<RegionsRead> regions) {
        static Scanned by(Selection selection) {
            return new Scanned(selection.columns(), selection.facts().coverage().regions());
        }
    }

    /**
     * Compares a bill with a scan.
     *
     * @param numbers of each row its number on the bill, negative where it has none
     */
    static BilledUnseen of(ResourceCosts.Known known, Scanned scan, int[] numbers) {
        CostTable table = known.costs();
        BitSet seen = new BitSet(table.size());
        Arrays.stream(numbers).filter(number -> number >= 0).forEach(seen::set);
        Set<Account> read = accounts(scan);
        int[] unseen = IntStream.range(0, table.size())
                .filter(number -> !seen.get(number) && isExpected(table.billed(number), read))
                .filter(number -> IdReading.of(table.id(number).text()) instanceof IdReading.Valid)
                .toArray();
        Map<String, Integer> byType = new TreeMap<>();
        Arrays.stream(unseen)
                .forEach(number -> byType.merge(table.billed(number).type().name(), 1, Integer::sum));
        Comparator<Integer> cheapestFirst = table::compare;
        return new BilledUnseen(
                unseen.length,
                new Money(table.sum(Arrays.stream(unseen)), known.currency()),
                byType,
                Arrays.stream(unseen)
                        .boxed()
                        .sorted(cheapestFirst.reversed())
                        .limit(SHOWN)
                        .map(table::id)
                        .toList());
    }

    /** Whether a bill names anything in the accounts of a scan; one that doesn't says nothing of what is in these. */
    static boolean isOfAccounts(ResourceCosts.Known known, Scanned scan) {
        CostTable table = known.costs();
        Set<Account> read = accounts(scan);
        return IntStream.range(0, table.size())
                .mapToObj(table::billed)
                .anyMatch(billed -> read.contains(new Account(billed.cloud(), billed.account())));
    }

    /** Those with a type that was read to its end, and those with a resource, for not every source tells the former. */
    private static Set<Account> accounts(Scanned scan) {
        Set<Account> accounts = scan.regions().stream()
                .map(read -> new Account(read.cloud(), read.account()))
                .collect(Collectors.toCollection(HashSet::new));
        ResourceColumns columns = scan.columns();
        for (int number = 0; number < columns.sites(); number++) {
            Site site = columns.site(number);
            accounts.add(new Account(site.cloud(), site.location().account()));
        }
        return accounts;
    }

    private static boolean isExpected(Billed billed, Set<Account> read) {
        ResourceType type = billed.type();
        return read.contains(new Account(billed.cloud(), billed.account())) && !TypeCatalogue.isUntaggable(type);
    }
}
