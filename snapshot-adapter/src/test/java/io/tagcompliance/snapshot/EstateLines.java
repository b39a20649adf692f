package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes estates as files, the long way round: by texts, not by the code under test. */
final class EstateLines {
    static final String CSV_HEADER =
            "resource_id,resource_type,account_id,region,name,resource_group,created_at,tags,tags_unknown,gap,cloud";

    private EstateLines() {}

    static Path write(Path file, String... lines) throws IOException {
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static String json(Resource resource) {
        List<String> fields = new ArrayList<>();
        fields.add("\"resource_id\":" + quoted(resource.id().text()));
        fields.add("\"cloud\":" + quoted(resource.id().cloud().id()));
        fields.add("\"resource_type\":" + quoted(resource.type().name()));
        fields.add("\"account_id\":" + quoted(resource.location().account().text()));
        fields.add("\"region\":" + quoted(resource.location().region().text()));
        fields.add("\"resource_group\":" + quoted(resource.location().group().name()));
        fields.add("\"name\":" + quoted(resource.name()));
        if (resource.creation() instanceof Creation.At at) {
            fields.add("\"created_at\":" + quoted(at.instant().toString()));
        }
        fields.add(
                switch (resource.tags()) {
                    case TagReading.Known known ->
                        "\"tags\":" + tags(known.tags().asMap());
                    case TagReading.Unknown unknown ->
                        "\"tags_unknown\":" + quoted(unknown.failure().kind().label());
                });
        return "{" + String.join(",", fields) + "}";
    }

    static String csv(Resource resource) {
        return List.of(
                        resource.id().text(),
                        resource.type().name(),
                        resource.location().account().text(),
                        resource.location().region().text(),
                        resource.name(),
                        resource.location().group().name(),
                        resource.creation() instanceof Creation.At at
                                ? at.instant().toString()
                                : "",
                        resource.tags() instanceof TagReading.Known known
                                ? tags(known.tags().asMap())
                                : "",
                        resource.tags() instanceof TagReading.Unknown unknown
                                ? unknown.failure().kind().label()
                                : "",
                        "",
                        resource.id().cloud().id())
                .stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    static String tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> quoted(tag.getKey()) + ":" + quoted(tag.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character < ' ' || character == '"' || character == '\\') {
                json.append("\\u%04x".formatted(character));
            } else {
                json.append((char) character);
            }
        });
        return json.append('"').toString();
    }
}
