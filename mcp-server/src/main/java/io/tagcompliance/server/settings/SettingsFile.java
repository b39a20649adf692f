package io.tagcompliance.server.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tagcompliance.server.settings.RawSettings.Origin;
import io.tagcompliance.server.settings.RawSettings.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads {@code tag-compliance.yaml}: one setting a line, its name in lower case; a list may be written as one. */
final class SettingsFile {
    private static final String NAME = "tag-compliance.yaml";
    private static final int LARGEST = 64 * 1024;

    private final Path path;
    private final String name;
    private final Consumer<SettingsException> problems;

    /** @param name as the user gave it */
    private SettingsFile(Path path, String name, Consumer<SettingsException> problems) {
        this.path = path;
        this.name = name;
        this.problems = problems;
    }

    /**
     * The values of the file; none where there is no file and none was asked for.
     *
     * @param problems hears of what is wrong; where it goes on, so does the reading
     */
    static Map<Setting, Value> read(Value config, Path workingDirectory, Consumer<SettingsException> problems) {
        boolean askedFor = !config.text().isBlank();
        Path path = askedFor ? config.base().resolve(config.text()) : workingDirectory.resolve(NAME);
        if (!askedFor && Files.notExists(path)) {
            return Map.of();
        }
        return new SettingsFile(path, askedFor ? config.text() : NAME, problems).values();
    }

    private Map<Setting, Value> values() {
        try {
            return values(tree());
        } catch (SettingsException unusable) {
            problems.accept(unusable);
            return Map.of();
        }
    }

    private JsonNode tree() {
        try {
            if (Files.size(path) > LARGEST) {
                throw wrong("is larger than 64 KiB");
            }
            ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build());
            return yaml.readTree(Files.readAllBytes(path));
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
            throw wrong("is not valid YAML (line " + line + "), or names a setting twice");
        } catch (IOException unreadable) {
            throw wrong("can't be read; check that it is there and readable");
        }
    }

    private Map<Setting, Value> values(JsonNode tree) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        if (tree.isMissingNode() || tree.isNull()) {
            throw wrong("holds no setting; write lines like 'clouds: aws', or take the file away");
        }
        if (!tree.isObject()) {
            throw wrong("must hold lines like 'clouds: aws'");
        }
        Path base = Objects.requireNonNull(path.toAbsolutePath().normalize().getParent());
        tree.properties()
                .forEach(field -> Setting.ofKey(field.getKey())
                        .ifPresentOrElse(
                                setting -> values.put(
                                        setting, new Value(text(field.getValue(), setting), Origin.FILE, base, name)),
                                () -> problems.accept(unknown(field.getKey()))));
        return values;
    }

    private SettingsException unknown(String key) {
        return new SettingsException(
                "unknown setting: '" + printable(key) + "' in " + name + RawSettings.nearest(key, Setting.keys()));
    }

    private String text(JsonNode value, Setting setting) {
        if (value.isNull()) {
            return "";
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        if (!value.isArray()) {
            throw wrong("'" + setting.key() + "' must be a text or a list of texts");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return String.join(",", texts);
    }

    private static String printable(String name) {
        return name.replaceAll("[^\\w.-]", "?");
    }

    private SettingsException wrong(String problem) {
        return new SettingsException("settings file " + name + " " + problem);
    }
}
