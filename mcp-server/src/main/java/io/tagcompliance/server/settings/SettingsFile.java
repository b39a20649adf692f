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

/** Reads {@code tag-compliance.yaml}: one setting a line, its name in lower case; a list may be written as one. */
final class SettingsFile {
    private static final String NAME = "tag-compliance.yaml";
    private static final int LARGEST = 64 * 1024;

    private SettingsFile() {}

    /** The values of the file; none where there is no file and none was asked for. */
    static Map<Setting, Value> read(Value config, Path workingDirectory) {
        boolean askedFor = !config.text().isBlank();
        Path file = askedFor ? config.base().resolve(config.text()) : workingDirectory.resolve(NAME);
        if (!askedFor && Files.notExists(file)) {
            return Map.of();
        }
        return values(tree(file), file);
    }

    private static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw wrong(file, "is larger than 64 KiB");
            }
            ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build());
            return yaml.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
            throw wrong(file, "is not valid YAML (line " + line + "), or names a setting twice");
        } catch (IOException unreadable) {
            throw wrong(file, "can't be read; check that it is there and readable");
        }
    }

    private static Map<Setting, Value> values(JsonNode tree, Path file) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        if (tree.isMissingNode() || tree.isNull()) {
            return values;
        }
        if (!tree.isObject()) {
            throw wrong(file, "must hold lines like 'clouds: aws'");
        }
        Path base = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        tree.properties().forEach(field -> {
            Setting setting = Setting.ofKey(field.getKey())
                    .orElseThrow(() -> RawSettings.unknown(
                            "setting: '" + printable(field.getKey()) + "' in " + file.getFileName(),
                            field.getKey(),
                            Setting.keys()));
            values.put(setting, new Value(text(field.getValue(), setting, file), Origin.FILE, base));
        });
        return values;
    }

    private static String text(JsonNode value, Setting setting, Path file) {
        if (value.isNull()) {
            return "";
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        if (!value.isArray()) {
            throw wrong(file, "'" + setting.key() + "' must be a text or a list of texts");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return String.join(",", texts);
    }

    private static String printable(String name) {
        return name.replaceAll("[^\\w.-]", "?");
    }

    private static SettingsException wrong(Path file, String problem) {
        return new SettingsException("settings file " + file.getFileName() + " " + problem);
    }
}
