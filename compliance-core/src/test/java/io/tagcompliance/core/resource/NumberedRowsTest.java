package io.tagcompliance.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ResourceColumnsBuilder.NumberedRow;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A resource that is put into columns as numbers is the one that it would be as an object. */
class NumberedRowsTest {
    private static final List<String> BEGINNINGS =
            List.of("arn:aws:sqs:eu:1:", "/subscriptions/S/", "/Subscriptions/s/", "");
    private static final List<String> TEXTS = List.of(
            "", "a", "A", "Q1", "q1", "É", "é", "\u00FF", "x".repeat(7), "x".repeat(8), "x".repeat(9), "x".repeat(64));

    private final Random random = new Random(11);

    @Test
    void rows_as_numbers_are_what_they_would_be_as_objects() {
        int again = 0;
        for (int round = 0; round < 400; round++) {
            Supplier<ResourceColumnsBuilder> form =
                    round % 2 == 0 ? ResourceColumnsBuilder::byId : ResourceColumnsBuilder::distinct;
            ResourceColumnsBuilder numbered = form.get();
            ResourceColumnsBuilder plain = form.get();
            List<Resource> kept = new ArrayList<>();
            for (int number = 0; number < 30; number++) {
                boolean first = kept.size() < 3;
                Resource like = first ? resource() : kept.get(random.nextInt(kept.size()));
                Resource one = first ? like : otherLike(like);
                int row = plain.add(one);
                assertThat(first ? numbered.add(one) : add(numbered, kept.indexOf(like), one))
                        .isEqualTo(row);
                if (row == kept.size()) {
                    kept.add(one);
                } else {
                    again++;
                }
            }
            ResourceColumns expected = plain.build();
            assertThat(numbered.build().toString()).isEqualTo(expected.toString());
        }
        assertThat(again).isGreaterThan(100);
    }

    @Test
    void keys_are_found_in_the_order_in_which_some_resource_has_them() {
        ResourceColumnsBuilder builder = ResourceColumnsBuilder.inOrder();
        builder.add(with(Map.of("a", "1")));
        int a = builder.keysAfter(ResourceColumnsBuilder.NO_KEYS, "a");

        assertThat(a).isPositive();
        assertThat(builder.keysAfter(a, "a")).isNegative();
        assertThat(builder.keysAfter(ResourceColumnsBuilder.NO_KEYS, "東")).isNegative();

        builder.add(with(Map.of("東", "1")));

        assertThat(builder.keysAfter(ResourceColumnsBuilder.NO_KEYS, "東"))
                .isPositive()
                .isNotEqualTo(a);
        assertThat(builder.keysAfter(ResourceColumnsBuilder.NO_KEYS, "a")).isEqualTo(a);
    }

    private static int add(ResourceColumnsBuilder builder, int like, Resource resource) {
        Map<String, String> tags = ((TagReading.Known) resource.tags()).tags().asMap();
        int keySet = ResourceColumnsBuilder.NO_KEYS;
        int[] values = new int[20];
        int tag = 0;
        for (Map.Entry<String, String> entry : tags.entrySet()) {
            keySet = builder.keysAfter(keySet, entry.getKey());
            byte[] value = bytes("<" + entry.getValue() + ">");
            values[tag++] = builder.value(value, 1, value.length - 1);
        }
        byte[] own = bytes(resource.id().text());
        byte[] name = bytes(resource.name());
        return builder.add(new NumberedRow(
                like,
                builder.text(own, IdParts.cut(resource.id().text()), own.length),
                builder.text(name, 0, name.length),
                keySet,
                values,
                resource.creation()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Resource resource() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            tags.put(one(TEXTS), one(TEXTS));
        }
        return new Resource(
                new ResourceId(
                        one(List.of(Cloud.AWS, Cloud.AZURE)), one(BEGINNINGS) + "own" + random.nextInt(1_000_000)),
                new ResourceType(one(List.of("ec2:instance", "EC2:Instance"))),
                new Location(new AccountId("1"), Region.GLOBAL),
                one(TEXTS),
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    private static Resource with(Map<String, String> tags) {
        return new Resource(
                new ResourceId(Cloud.AWS, "x"),
                new ResourceType("x"),
                new Location(new AccountId("1"), Region.GLOBAL),
                "",
                TagReading.known(tags),
                Creation.UNKNOWN);
    }

    /** At the same site, and with the same keys or the first of them. */
    private Resource otherLike(Resource like) {
        Map<String, String> tags = new LinkedHashMap<>();
        Map<String, String> its = ((TagReading.Known) like.tags()).tags().asMap();
        its.keySet().stream().limit(random.nextInt(its.size() + 1)).forEach(key -> tags.put(key, one(TEXTS)));
        String shared = IdParts.of(like.id().text()).shared();
        return new Resource(
                new ResourceId(like.id().cloud(), shared + one(List.of("q", "Q", "é", "É", "z")) + random.nextInt(20)),
                like.type(),
                like.location(),
                one(TEXTS),
                TagReading.known(tags),
                random.nextBoolean()
                        ? Creation.UNKNOWN
                        : new Creation.At(Instant.ofEpochSecond(random.nextInt(1_000), 7)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
