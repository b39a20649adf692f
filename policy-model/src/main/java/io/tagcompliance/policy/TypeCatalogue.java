package io.tagcompliance.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resource types that this program knows by name. They stand in {@code types.csv} beside this class, a line each, for
 * people to read and add to, those too that stand on bills and can't be tagged. Services that bills call otherwise than FOCUS
 * stand in {@code service_names.csv}.
 */
public final class TypeCatalogue {
    private static final List<TypeEntry> ENTRIES =
            rows("types.csv").map(TypeCatalogue::entry).toList();

    /** Those that can be tagged. */
    private static final Map<String, TypeEntry> BY_FOLDED_NAME = read();

    /** The services that have taggable types, in lower case. */
    private static final Map<Cloud, Set<String>> SERVICES = BY_FOLDED_NAME.values().stream()
            .collect(Collectors.groupingBy(
                    TypeEntry::cloud,
                    Collectors.mapping(entry -> entry.service().toLowerCase(Locale.ROOT), Collectors.toSet())));

    /** Other names of services of AWS, in lower case, each with the name that FOCUS has. */
    private static final Map<String, String> OTHER_NAMES = rows("service_names.csv")
            .map(line -> line.split(",", -1))
            .collect(Collectors.toUnmodifiableMap(fields -> fields[1].toLowerCase(Locale.ROOT), fields -> fields[2]));

    private static final Map<String, TypeEntry> UNTAGGABLE = ENTRIES.stream()
            .filter(entry -> !entry.isTaggable())
            .collect(Collectors.toUnmodifiableMap(entry -> entry.type().folded(), Function.identity()));

    private TypeCatalogue() {}

    private static Map<String, TypeEntry> read() {
        Map<String, TypeEntry> entries = new LinkedHashMap<>();
        ENTRIES.stream()
                .filter(TypeEntry::isTaggable)
                .forEach(entry -> entries.put(entry.type().folded(), entry));
        return entries;
    }

    /** A part of this program, beside this class: no file that anybody could change. */
    private static Stream<String> rows(String file) {
        try (InputStream csv = Objects.requireNonNull(TypeCatalogue.class.getResourceAsStream(file))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** No field of the file holds a comma or a quote; a test sees to that. */
    private static TypeEntry entry(String line) {
        String[] fields = line.split(",", -1);
        return new TypeEntry(
                new Cloud(fields[0]),
                new ResourceType(fields[1]),
                Category.named(fields[2]).orElseThrow(),
                spend(fields[4]),
                fields[5],
                fields[6],
                tagging(fields[3], fields[7]));
    }

    private static Tagging tagging(String taggable, String last) {
        return switch (taggable) {
            case "yes" -> new Tagging.WrittenBy(last);
            case "no" -> new Tagging.Impossible(last);
            default -> throw new IllegalArgumentException("types.csv: taggable is yes or no, not " + taggable);
        };
    }

    private static Spend spend(String word) {
        return switch (word) {
            case "bearing" -> Spend.COST_BEARING;
            case "rare" -> Spend.RARE;
            case "hygiene" -> Spend.HYGIENE;
            default -> throw new IllegalArgumentException("types.csv: no such spend: " + word);
        };
    }

    /** All that is known of a type that can be tagged; empty where the catalogue doesn't know it. */
    public static Optional<TypeEntry> find(ResourceType type) {
        return Optional.ofNullable(BY_FOLDED_NAME.get(type.folded()));
    }

    /** Everything, cloud by cloud, types that can't be tagged included. */
    public static List<TypeEntry> entries() {
        return ENTRIES;
    }

    /** Whether a type costs money; one that the catalogue doesn't know is taken to. */
    public static Spend spendOf(ResourceType type) {
        return find(type).map(TypeEntry::spend).orElse(Spend.COST_BEARING);
    }

    /** The category of a type; empty where the catalogue doesn't know the type. */
    public static Optional<Category> categoryOf(ResourceType type) {
        return find(type).map(TypeEntry::category);
    }

    /** The cloud of a type; empty where the catalogue doesn't know the type. */
    public static Optional<Cloud> cloudOf(ResourceType type) {
        return find(type).map(TypeEntry::cloud);
    }

    /** The type in the spelling of its cloud; the type itself where the catalogue doesn't know it. */
    public static ResourceType canonical(ResourceType type) {
        return find(type).map(TypeEntry::type).orElse(type);
    }

    /** Whether a service on a bill has resources that can be tagged, as far as the catalogue knows; its name in any case. */
    public static boolean hasTaggableTypes(Cloud cloud, String service) {
        return SERVICES.getOrDefault(cloud, Set.of())
                .contains(serviceName(cloud, service).toLowerCase(Locale.ROOT));
    }

    /** The name that FOCUS has for a service that a bill of AWS calls otherwise, as by a product code; else what the bill says. */
    public static String serviceName(Cloud cloud, String service) {
        return cloud.equals(Cloud.AWS) ? OTHER_NAMES.getOrDefault(service.toLowerCase(Locale.ROOT), service) : service;
    }

    /** Whether the cloud says of a type that it can't be tagged; of one that isn't known, nobody has said so. */
    public static boolean isUntaggable(ResourceType type) {
        return UNTAGGABLE.containsKey(type.folded());
    }

    /** All that is known of a type that can't be tagged; empty of any other. */
    public static Optional<TypeEntry> untaggable(ResourceType type) {
        return Optional.ofNullable(UNTAGGABLE.get(type.folded()));
    }

    /** Every taggable type of a category, over all clouds. */
    public static Set<ResourceType> typesOf(Category category) {
        return BY_FOLDED_NAME.values().stream()
                .filter(entry -> entry.category() == category)
                .map(TypeEntry::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every taggable type, cloud by cloud. */
    public static List<ResourceType> types() {
        return BY_FOLDED_NAME.values().stream().map(TypeEntry::type).toList();
    }

    /** Every cloud that has a type here, in the order of the types. */
    public static Set<Cloud> clouds() {
        return BY_FOLDED_NAME.values().stream()
                .map(TypeEntry::cloud)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
