package io.tagcompliance.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever goes into columns comes out of them again, to the last character. */
class ResourceColumnsTest {
    /** Among them half characters, characters of two bytes, of three, and of four, and what lower case makes longer. */
    private static final List<String> WORDS = List.of(
            "",
            "a",
            "A",
            "prod",
            "Prod",
            "é",
            "\u00FF",
            "\u0100",
            "\uD83D",
            "\uDE00",
            "😀",
            "東京",
            "İ",
            "ΑΣ",
            "\u0000",
            "x".repeat(63),
            "x".repeat(64),
            "y".repeat(8_200),
            "東".repeat(8_200),
            "AaAa",
            "BBBB",
            "AaBB");

    private static final List<String> IDS = List.of(
            "arn:aws:sqs:eu:1:",
            "arn:aws:iam::1:role/",
            "arn:aws:iam::1:role/a/",
            "/subscriptions/S/",
            "/Subscriptions/s/",
            "",
            "no cut",
            "/",
            "::");

    private final Random random = new Random(20_261_124);

    @Test
    void what_goes_in_comes_out_in_its_order() {
        for (int round = 0; round < 300; round++) {
            List<Resource> resources = resources();
            ResourceColumns columns = ResourceColumns.copyOf(resources);

            assertThat(columns).isEqualTo(resources).hasSameHashCodeAs(resources);
            // Equal tags may stand in another order, and equal types in another case; as texts they differ.
            assertThat(columns.toString()).isEqualTo(resources.toString());
        }
    }

    @Test
    void of_each_id_the_first_stays_and_they_come_in_the_order_of_ids() {
        for (int round = 0; round < 300; round++) {
            List<Resource> resources = resources();
            ResourceColumnsBuilder builder = ResourceColumnsBuilder.byId();
            resources.forEach(builder::add);
            Map<ResourceId, Resource> first = new LinkedHashMap<>();
            resources.forEach(resource -> first.putIfAbsent(resource.id(), resource));
            List<Resource> expected = first.values().stream()
                    .sorted(Comparator.comparing(Resource::id))
                    .toList();

            assertThat(builder.size()).isEqualTo(expected.size());
            ResourceColumns columns = builder.build();
            assertThat(columns.toString()).isEqualTo(expected.toString());
            for (Resource one : resources) {
                assertThat(columns.find(one.id())).isEqualTo(expected.indexOf(first.get(one.id())));
            }
            assertThat(columns.find(new ResourceId(Cloud.AWS, "nowhere"))).isNegative();
        }
    }

    @Test
    void of_each_id_the_first_stays_in_the_order_in_which_they_came_and_a_second_one_tells_which() {
        for (int round = 0; round < 100; round++) {
            ResourceColumnsBuilder builder = ResourceColumnsBuilder.distinct();
            Map<ResourceId, Resource> first = new LinkedHashMap<>();
            for (Resource one : resources()) {
                int before = first.size();
                int number = builder.add(one);
                Resource earlier = first.putIfAbsent(one.id(), one);
                assertThat(number)
                        .isEqualTo(
                                earlier == null
                                        ? before
                                        : List.copyOf(first.values()).indexOf(earlier));
            }
            assertThat(builder.build().toString()).isEqualTo(first.values().toString());
        }
    }

    @Test
    void columns_of_columns_are_the_same_columns() {
        ResourceColumns columns = ResourceColumns.copyOf(resources());

        assertThat(ResourceColumns.copyOf(columns)).isSameAs(columns);
    }

    @Test
    void texts_have_room_beyond_one_array_and_one_that_is_larger_than_an_array_has_its_own() {
        TextPoolBuilder builder = new TextPoolBuilder();
        List<String> texts = new ArrayList<>();
        texts.add("z".repeat(3 << 20));
        for (int number = 0; number < 5_000; number++) {
            texts.add(number + "-" + "v".repeat(random.nextInt(1_000)));
        }
        texts.add("東".repeat(1 << 20));
        texts.add("last");
        texts.forEach(builder::add);
        texts.forEach(builder::add);
        TextPool pool = builder.build();

        assertThat(pool.size()).isEqualTo(texts.size());
        for (int number = 0; number < texts.size(); number++) {
            assertThat(pool.text(number).equals(texts.get(number))).isTrue();
            assertThat(pool.length(number)).isEqualTo(texts.get(number).length());
        }
        assertThat(pool.find("last")).isEqualTo(texts.size() - 1);
        assertThat(pool.find("LAST")).isNegative();
    }

    private List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        for (int number = random.nextInt(40); number > 0; number--) {
            resources.add(resource());
        }
        return resources;
    }

    private Resource resource() {
        Cloud cloud = one(List.of(Cloud.AWS, Cloud.AZURE, Cloud.GCP));
        return new Resource(
                new ResourceId(cloud, one(IDS) + "r" + one(List.of("1", "2", "É", "é", "/x", "東", "İ"))),
                new ResourceType(one(List.of("ec2:instance", "EC2:Instance", "x"))),
                new Location(
                        new AccountId(one(List.of("1", "2"))),
                        one(List.of(Region.GLOBAL, new Region("eu"))),
                        one(List.of(ResourceGroup.NONE, new ResourceGroup("Web"), new ResourceGroup("web")))),
                one(WORDS),
                random.nextInt(6) == 0 ? new TagReading.Unknown(failure()) : TagReading.known(tags()),
                creation(),
                random.nextInt(2) == 0 ? Traits.NONE : new Traits(one(WORDS), parents()));
    }

    private ReadFailure failure() {
        return new ReadFailure(one(List.of(ReadFailure.Kind.values())), "x:List", one(WORDS));
    }

    private Creation creation() {
        return switch (random.nextInt(4)) {
            case 0 -> Creation.UNKNOWN;
            case 1 -> new Creation.At(one(List.of(Instant.MIN, Instant.MAX, Instant.EPOCH.minusNanos(1))));
            default -> new Creation.At(Instant.ofEpochSecond(random.nextLong(1L << 34), random.nextInt(3)));
        };
    }

    private List<ParentLink> parents() {
        List<ParentLink> parents = new ArrayList<>();
        for (int number = random.nextInt(3); number > 0; number--) {
            parents.add(new ParentLink(one(List.of(ParentLink.Kind.values())), one(WORDS) + " " + one(WORDS)));
        }
        return parents;
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int number = random.nextInt(6); number > 0; number--) {
            tags.put(one(WORDS), one(WORDS));
        }
        return tags;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
