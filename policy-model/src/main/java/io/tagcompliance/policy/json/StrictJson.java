package io.tagcompliance.policy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns bytes into a tree, and notes what JSON allows but a policy file does not: duplicate keys among it. */
final class StrictJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final Problems problems;

    StrictJson(Problems problems) {
        this.problems = problems;
    }

    /** The tree; empty where a problem was noted that leaves none. */
    Optional<JsonNode> read(byte[] file) {
        return text(file).flatMap(this::tree);
    }

    private Optional<String> text(byte[] file) {
        if (file.length == 0) {
            return reject("the file is empty; start with {\"version\": \"1.0\", \"required_tags\": []}");
        }
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return reject("the file starts with a byte order mark; save it as UTF-8 without one");
        }
        if (startsWith(file, 0xFE, 0xFF) || startsWith(file, 0xFF, 0xFE) || looksLikeUtf16(file)) {
            return reject("the file is UTF-16; save it as UTF-8");
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return reject("the file is not UTF-8; save it as that");
        }
    }

    private static boolean startsWith(byte[] file, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= file.length || (file[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeUtf16(byte[] file) {
        return file.length > 1 && (file[0] == 0 || file[1] == 0);
    }

    private Optional<JsonNode> tree(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return reject("the file holds no JSON; start with {\"version\": \"1.0\", \"required_tags\": []}");
            }
            JsonNode tree = node(parser, "$");
            if (parser.nextToken() != null) {
                return reject("something follows the end of the policy" + at(parser.currentTokenLocation()));
            }
            return Optional.of(tree);
        } catch (StreamConstraintsException tooMuch) {
            return reject("nested deeper than 64 levels, a text longer than 64 KiB, or a number of more than 40 digits"
                    + at(tooMuch.getLocation()));
        } catch (JsonProcessingException notJson) {
            return reject("not valid JSON" + at(notJson.getLocation()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode node(JsonParser parser, String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, path);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(JsonParser parser, String path) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (object.has(name)) {
                problems.add(path + "." + name, "stands here twice; keep one of them");
            }
            parser.nextToken();
            object.set(name, node(parser, path + "." + name));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String path) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser, path + "[" + array.size() + "]"));
        }
        return array;
    }

    /** Every number of the format is a length: whatever is no whole number that fits an int is told apart here. */
    private JsonNode number(JsonParser parser, String path) throws IOException {
        String digits = parser.getText();
        if (digits.matches("-?\\d{1,9}")) {
            return NODES.numberNode(Integer.parseInt(digits));
        }
        problems.add(path, "not a whole number below a thousand million");
        return NODES.nullNode();
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private <T> Optional<T> reject(String message) {
        problems.add("$", message);
        return Optional.empty();
    }
}
