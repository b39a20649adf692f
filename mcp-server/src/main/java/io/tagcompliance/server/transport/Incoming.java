package io.tagcompliance.server.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A message of the client, read as JSON-RPC 2.0, before anything else sees it. */
public sealed interface Incoming {

    /** Wants an answer. {@code id} is a string or a whole number. */
    record Request(JsonNode id, String method, JsonNode params) implements Incoming {}

    /** Wants none. */
    record Notification(String method, JsonNode params) implements Incoming {}

    /** Answers a request of ours: there are none, so nobody waits for it. */
    record Response() implements Incoming {}

    /** Nothing but white space. */
    record Nothing() implements Incoming {}

    /** No message; to be answered with an error of this code. {@code id} is null where it is not known. */
    record Malformed(JsonNode id, int code, String message) implements Incoming {}

    /** Reads a message. Never throws. */
    static Incoming of(byte[] message) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
            return text.isBlank() ? new Nothing() : ofTree(Reader.JSON.readTree(text));
        } catch (CharacterCodingException notUtf8) {
            return Reader.parseError("the message is not UTF-8");
        } catch (JsonProcessingException notJson) {
            return Reader.parseError("the message is not valid JSON, or nested too deep, or has a key twice");
        }
    }

    private static Incoming ofTree(JsonNode tree) {
        if (tree.isArray()) {
            return Reader.invalid(
                    NullNode.instance, "batches are not part of this protocol; send one message at a time");
        }
        if (!tree.isObject() || !tree.path("jsonrpc").asText().equals("2.0")) {
            return Reader.invalid(Reader.usableId(tree), "a message is an object with \"jsonrpc\": \"2.0\"");
        }
        if (!Reader.isSane(tree)) {
            return Reader.invalid(Reader.usableId(tree), "a number out of range, or half of a surrogate pair");
        }
        if (!tree.has("method")) {
            boolean answers = tree.has("result") || tree.has("error");
            return answers ? new Response() : Reader.invalid(Reader.usableId(tree), "neither a method nor a result");
        }
        return ofCall(tree);
    }

    private static Incoming ofCall(JsonNode tree) {
        JsonNode method = tree.get("method");
        JsonNode params = tree.path("params");
        if (!method.isTextual() || !(params.isMissingNode() || params.isObject())) {
            return Reader.invalid(Reader.usableId(tree), "method must be a string, and params an object");
        }
        if (!tree.has("id")) {
            return new Notification(method.textValue(), params);
        }
        return Reader.usableId(tree).isNull()
                ? Reader.invalid(NullNode.instance, "id must be a string or a whole number")
                : new Request(tree.get("id"), method.textValue(), params);
    }

    /** How messages are read. */
    final class Reader {
        private static final int PARSE_ERROR = -32700;
        private static final int INVALID_REQUEST = -32600;
        private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(64)
                                .maxStringLength(64 * 1024)
                                .maxNumberLength(40)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        private Reader() {}

        private static Malformed parseError(String message) {
            return new Malformed(NullNode.instance, PARSE_ERROR, message);
        }

        private static Malformed invalid(JsonNode id, String message) {
            return new Malformed(id, INVALID_REQUEST, message);
        }

        private static JsonNode usableId(JsonNode tree) {
            JsonNode id = tree.path("id");
            boolean usable = (id.isTextual() && id.textValue().length() <= 256)
                    || (id.isIntegralNumber() && id.canConvertToLong());
            return usable ? id : NullNode.instance;
        }

        /** Numbers that a double can't hold, and lone surrogates, can't be written back as JSON. */
        private static boolean isSane(JsonNode node) {
            if (node.isNumber()) {
                return Double.isFinite(node.doubleValue());
            }
            if (node.isTextual()) {
                return isWellFormed(node.textValue());
            }
            boolean keysWellFormed = true;
            for (var names = node.fieldNames(); names.hasNext(); ) {
                keysWellFormed &= isWellFormed(names.next());
            }
            for (JsonNode child : node) {
                keysWellFormed &= isSane(child);
            }
            return keysWellFormed;
        }

        private static boolean isWellFormed(String text) {
            return text.codePoints().noneMatch(character -> Character.getType(character) == Character.SURROGATE);
        }
    }
}
