package io.tagcompliance.server.tool;

import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.RegionsRead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shapes which regions were read: most accounts have the same ones. */
final class ReadRegions {
    private static final int MOST = 60;

    private ReadRegions() {}

    /** In how many accounts each was read, those of most accounts first. */
    static Map<String, Integer> counts(List<RegionsRead> read) {
        Map<Region, Integer> all = new TreeMap<>();
        read.forEach(account -> account.regions().forEach(region -> all.merge(region, 1, Integer::sum)));
        Map<String, Integer> most = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<Region, Integer>comparingByValue().reversed())
                .limit(MOST)
                .forEach(region -> most.put(SafeText.line(region.getKey().text()), region.getValue()));
        return most;
    }

    /** How many regions were read, to go into a sentence; nothing where none was. */
    static String words(List<RegionsRead> read) {
        long regions = read.stream()
                .flatMap(account -> account.regions().stream())
                .filter(region -> !region.equals(Region.GLOBAL))
                .distinct()
                .count();
        return switch ((int) regions) {
            case 0 -> "";
            case 1 -> " in 1 region";
            default -> " in " + regions + " regions";
        };
    }
}
