package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.CollectingSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags of every shape, thrown by dice that always fall the same way, survive both forms. */
class WhatWasWrittenReadsBackTest {
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            " ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "\\",
            "\\u0041",
            "{",
            "}",
            "[",
            "]",
            ":",
            "=",
            "#",
            "null",
            "NULL",
            "true",
            "\u0000",
            "\u001B",
            "\u0085",
            "\u00A0",
            "\u00E9",
            "e\u0301",
            "\u200B",
            "\u202E",
            "\u2028",
            "\uFEFF",
            "\uFFFF",
            "\u6771",
            "\uD83D\uDE00",
            "\uDB40\uDC41");

    @TempDir
    private Path directory;

    private final List<Resource> estate = IntStream.range(0, 600)
            .mapToObj(WhatWasWrittenReadsBackTest::resource)
            .toList();

    @Test
    void in_json_lines() throws Exception {
        List<String> lines = estate.stream().map(EstateLines::json).toList();

        assertThat(read(Files.write(directory.resolve("estate.jsonl"), lines))).containsExactlyElementsOf(estate);
    }

    @Test
    void in_csv() throws Exception {
        List<String> lines = new ArrayList<>(List.of(EstateLines.CSV_HEADER));
        estate.stream().map(EstateLines::csv).forEach(lines::add);

        assertThat(read(Files.write(directory.resolve("estate.csv"), lines))).containsExactlyElementsOf(estate);
    }

    @Test
    void in_columns_of_csv() throws Exception {
        List<String> lines = new ArrayList<>(List.of("resource_id,resource_type,name,created_at,tag: Owner"));
        for (Resource resource : estate) {
            lines.add("%s,sqs:queue,%s,%s,\"%s\""
                    .formatted(
                            resource.id(),
                            resource.name(),
                            ((Creation.At) resource.creation()).instant(),
                            text(resource).replace("\"", "\"\"")));
        }
        List<Resource> read = read(Files.write(directory.resolve("estate.csv"), lines));

        assertThat(read)
                .zipSatisfy(
                        estate,
                        (one, other) ->
                                assertThat(one.tags()).isEqualTo(TagReading.known(Map.of(" Owner", text(other)))));
    }

    private static String text(Resource resource) {
        return "x" + throwText(Dice.of(resource.name()), "column", 30);
    }

    private static Resource resource(int number) {
        Dice dice = Dice.of("resource " + number);
        Map<String, String> tags = new LinkedHashMap<>();
        for (int tag = 0; tag < dice.roll("tags", 8); tag++) {
            tags.put(tag + throwText(dice, "key" + tag, 6), throwText(dice, "value" + tag, 40));
        }
        return new Resource(
                new ResourceId(Cloud.AWS, "arn:aws:sqs:eu-west-1:123456789012:q" + number),
                new ResourceType("sqs:queue"),
                new Location(new AccountId("123456789012"), new Region("eu-west-1")),
                "q-" + number,
                TagReading.known(tags),
                new Creation.At(Instant.ofEpochSecond(dice.roll("created", 1_000_000))));
    }

    private static String throwText(Dice dice, String question, int longest) {
        return IntStream.range(0, dice.roll(question, longest))
                .mapToObj(piece -> dice.pick(question + " " + piece, PIECES))
                .collect(Collectors.joining());
    }

    private static List<Resource> read(Path file) throws InterruptedException {
        CollectingSink scan = new CollectingSink();
        EstateFile.open(file).clouds().getFirst().inventory().scan(Scope.EVERYTHING, scan);
        return scan.resources();
    }
}
