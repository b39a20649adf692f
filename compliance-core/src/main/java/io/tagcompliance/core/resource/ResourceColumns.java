package io.tagcompliance.core.resource;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Resources as columns of numbers, with each text once: a million with eight tags each take about a hundred megabytes. Each
 * resource is a row, and is made anew, equal to what was put in to the last character, whenever it is asked for; whoever
 * looks at many reads the numbers instead. Immutable.
 */
public final class ResourceColumns extends AbstractList<Resource> implements RandomAccess {
    private final Dictionaries dictionaries;
    private final Numbers numbers;

    /** Of the numbers, those that every check reads of every row. */
    private final int[] sites;

    private final int[] keySets;
    private final int[] firstValue;
    private final int[] values;

    ResourceColumns(Dictionaries dictionaries, Numbers numbers) {
        this.dictionaries = dictionaries;
        this.numbers = numbers;
        this.sites = numbers.sites();
        this.keySets = numbers.keySets();
        this.firstValue = numbers.firstValue();
        this.values = numbers.values();
    }

    /** What the numbers stand for; those of key sets that are negative stand for a failure to read tags, from -1 downwards. */
    record Dictionaries(
            TextPool texts,
            TextPool values,
            TextSequences keySets,
            List<Site> sites,
            List<ReadFailure> failures,
            TextSequences traits) {}

    /** The numbers, row by row; the values of a row begin where {@code firstValue} says. */
    record Numbers(
            Ids ids, int[] sites, int[] keySets, int[] firstValue, int[] values, Creations creations, int[] traits) {}

    /** The texts of ids, in two parts, and of names. */
    record Ids(int[] shared, int[] own, int[] names) {}

    /** These resources, in this order. */
    public static ResourceColumns copyOf(List<Resource> resources) {
        if (resources instanceof ResourceColumns columns) {
            return columns;
        }
        ResourceColumnsBuilder builder = ResourceColumnsBuilder.inOrder();
        resources.forEach(builder::add);
        return builder.build();
    }

    @Override
    public int size() {
        return sites.length;
    }

    @Override
    public Resource get(int row) {
        Site site = site(siteOf(row));
        return new Resource(
                id(row),
                site.type(),
                site.location(),
                dictionaries.texts().text(numbers.ids().names()[row]),
                reading(row),
                numbers.creations().at(row),
                traits(row));
    }

    private String idText(int row) {
        TextPool texts = dictionaries.texts();
        return texts.text(numbers.ids().shared()[row])
                .concat(texts.text(numbers.ids().own()[row]));
    }

    private TagReading reading(int row) {
        int keySet = keySetOf(row);
        return keySet < 0 ? new TagReading.Unknown(failure(keySet)) : new TagReading.Known(tags(row));
    }

    /** The tags of a row, made anew; they must be known. */
    public Tags tags(int row) {
        List<String> keys = keySets().texts(keySetOf(row));
        String[] pairs = new String[2 * keys.size()];
        for (int position = 0; position < keys.size(); position++) {
            pairs[2 * position] = keys.get(position);
            pairs[2 * position + 1] = values().text(valueOf(row, position));
        }
        return Tags.ofPairs(pairs);
    }

    private Traits traits(int row) {
        return numbers.traits().length == 0
                ? Traits.NONE
                : TraitTexts.read(dictionaries.traits().texts(numbers.traits()[row]));
    }

    /** The first row of an id; negative where there is none. Looks through all of them. */
    public int find(ResourceId id) {
        IdParts parts = IdParts.of(id.text());
        boolean toTheLetter = !IdIndex.isFolded(id.cloud());
        int own = toTheLetter ? dictionaries.texts().find(parts.own()) : -1;
        for (int row = 0; (!toTheLetter || own >= 0) && row < size(); row++) {
            if ((!toTheLetter || numbers.ids().own()[row] == own) && id(row).equals(id)) {
                return row;
            }
        }
        return -1;
    }

    /** The id of a row, made anew. */
    public ResourceId idOf(int row) {
        return id(row);
    }

    private ResourceId id(int row) {
        return new ResourceId(site(siteOf(row)).cloud(), idText(row));
    }

    /** How many sites there are: their numbers run from zero to under this. */
    public int sites() {
        return dictionaries.sites().size();
    }

    /** The site of a number. Two sites may be equal, and spelled differently. */
    public Site site(int number) {
        return dictionaries.sites().get(number);
    }

    /** The number of the site of a row. */
    public int siteOf(int row) {
        return sites[row];
    }

    /** What the numbers of key sets stand for. */
    public TextSequences keySets() {
        return dictionaries.keySets();
    }

    /** The number of the keys of a row, in order; negative where its tags are unknown. */
    public int keySetOf(int row) {
        return keySets[row];
    }

    /** Why tags are unknown, by a negative number of a key set. */
    public ReadFailure failure(int keySet) {
        return dictionaries.failures().get(-1 - keySet);
    }

    /** Whether the tags of every resource are known. */
    public boolean knowsAllTags() {
        return dictionaries.failures().isEmpty();
    }

    /** The values of all tags, by number: equal values have one number. */
    public TextPool values() {
        return dictionaries.values();
    }

    /** The number of the value of a row under the key at a position of its key set. */
    public int valueOf(int row, int position) {
        return values[firstValue[row] + position];
    }

    /** Where the values of a row begin among the values of all rows. */
    public int firstValueOf(int row) {
        return firstValue[row];
    }

    /** The number of a value at an index among those of all rows. */
    public int valueAt(int index) {
        return values[index];
    }

    /** When the resource of a row was made, in seconds since 1970 rounded down; {@link Long#MIN_VALUE} where nobody knows. */
    public long createdAt(int row) {
        return numbers.creations().epochSecond(row);
    }
}
