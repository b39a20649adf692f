package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The estate that contracts are tested on: two regions and more, enough of one type for three pages, resources that were
 * never tagged, and tags whose bytes are easily lost.
 */
public final class ContractEstate {
    /** How many resources of {@link Shape#paged} there are in the first region. A lab's pages must hold fewer than half. */
    public static final int PAGED = 25;

    private ContractEstate() {}

    /** How a cloud turns the parts of the estate into resources of its own. */
    public interface Shape {
        /** A resource of the type that comes in several pages, in the first region. */
        Resource paged(int number, TagReading tags);

        /** A resource of another type and region. */
        Resource elsewhere(int number, TagReading tags);

        /** A global resource, or one that is listed once for all regions. */
        Resource global(int number, TagReading tags);
    }

    /** The estate in the given shape. */
    public static List<Resource> in(Shape shape) {
        List<Resource> estate = new ArrayList<>();
        for (int number = 0; number < PAGED; number++) {
            estate.add(shape.paged(number, TagReading.known(neverTagged(number) ? Map.of() : tidyTags(number))));
        }
        int number = 0;
        for (Map<String, String> tags : awkwardTags()) {
            estate.add(shape.elsewhere(number, TagReading.known(tags)));
            estate.add(shape.global(number, TagReading.known(tags)));
            number++;
        }
        estate.add(shape.elsewhere(number, TagReading.known(Map.of())));
        estate.add(shape.global(number, TagReading.known(Map.of())));
        return List.copyOf(estate);
    }

    /** None on the last page: an adapter that drops it fails one guarantee, not two. */
    private static boolean neverTagged(int number) {
        return number < 15 && number % 5 == 0;
    }

    private static Map<String, String> tidyTags(int number) {
        return Map.of("Environment", "production", "Owner", "team-" + number + "@example.com");
    }

    /** Tags that a careless adapter changes: case variants side by side, stray spaces, empty values, other scripts. */
    public static List<Map<String, String>> awkwardTags() {
        Map<String, String> caseVariants = new LinkedHashMap<>();
        caseVariants.put("Owner", "a@example.com");
        caseVariants.put("owner", "b@example.com");
        Map<String, String> spaces = new LinkedHashMap<>();
        spaces.put(" CostCenter", " CC-1001 ");
        spaces.put("CostCenter", "");
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put("Büro", "Zürich → 東京");
        scripts.put("note", "a=b&c+d%20<e>\"f\" \u202Eg\u200B");
        return List.of(caseVariants, spaces, scripts);
    }
}
