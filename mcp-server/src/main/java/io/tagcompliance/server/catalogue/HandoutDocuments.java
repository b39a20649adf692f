package io.tagcompliance.server.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.server.handout.HandoutException;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.tool.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Exports and reports as resources. Whoever didn't make one doesn't find it. */
public final class HandoutDocuments {
    /** More than this is too much for one answer of the protocol. */
    private static final long LARGEST = 16L << 20;

    private static final String BYTES = "application/octet-stream";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final Handouts handouts;

    public HandoutDocuments(Handouts handouts) {
        this.handouts = handouts;
    }

    public List<Entry> templates() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of(
                        new Entry(
                                kind.scheme() + "://{id}",
                                () -> definition(kind),
                                (values, exchange) -> whole(found(kind, values, exchange), exchange)),
                        new Entry(
                                kind.scheme() + "://{id}/{part}",
                                () -> definitionOfParts(kind),
                                (values, exchange) -> part(
                                        found(kind, values, exchange),
                                        values.path("part").asText(),
                                        exchange))))
                .toList();
    }

    private static ObjectNode definition(Kind kind) {
        return Json.object()
                .put("uriTemplate", kind.scheme() + "://{id}")
                .put("name", kind.scheme())
                .put("title", kind == Kind.EXPORT ? "An exported list" : "A report")
                .put(
                        "description",
                        "A file that a tool of this server made for this client; gone after a day. The tool says its id.")
                .put("mimeType", kind == Kind.EXPORT ? BYTES : "text/html");
    }

    private static ObjectNode definitionOfParts(Kind kind) {
        return Json.object()
                .put("uriTemplate", kind.scheme() + "://{id}/{part}")
                .put("name", kind.scheme() + "_part")
                .put("title", kind == Kind.EXPORT ? "A part of an exported list" : "A part of a report")
                .put(
                        "description",
                        "Of a file that is too large to be read at once, 8 MiB at most; part 1 and those after it, in order,"
                                + " are the file. The tool says how many there are, and the SHA-256 of the file.")
                .put("mimeType", kind == Kind.EXPORT ? BYTES : TEXT);
    }

    private Handout found(Kind kind, ObjectNode values, Exchange exchange) {
        return handouts.find(kind, values.path("id").asText(), exchange.caller())
                .orElseThrow(() -> RpcException.resourceNotFound(
                        exchange.target(), "there is none, or it is gone; they are kept for a day"));
    }

    private Outcome whole(Handout handout, Exchange exchange) {
        if (handout.digest().bytes() > LARGEST) {
            throw RpcException.resourceNotFound(
                    exchange.target(),
                    "it is larger than 16 MiB; read its parts, %1$s/1 to %1$s/%2$d, which together are the file, or let the command '%3$s --out FILE' write it to a file"
                            .formatted(
                                    handout.uri(),
                                    told(exchange, () -> handouts.parts(handout)),
                                    handout.kind().scheme()));
        }
        return content(handout.mime(), handout, told(exchange, () -> handouts.read(handout)), exchange);
    }

    /** A part of a document is no document of that kind. */
    private Outcome part(Handout handout, String number, Exchange exchange) {
        byte[] bytes = told(
                        exchange,
                        () -> NUMBER.matcher(number).matches()
                                ? handouts.part(handout, Integer.parseInt(number))
                                : Optional.<byte[]>empty())
                .orElseThrow(() -> RpcException.resourceNotFound(
                        exchange.target(),
                        "there is no such part; there are " + told(exchange, () -> handouts.parts(handout))
                                + ", counted from 1"));
        return content(handout.isText() ? TEXT : BYTES, handout, bytes, exchange);
    }

    private static Outcome content(String mime, Handout handout, byte[] bytes, Exchange exchange) {
        ObjectNode content = Json.object().put("uri", exchange.target()).put("mimeType", mime);
        if (handout.isText()) {
            content.put("text", new String(bytes, StandardCharsets.UTF_8));
        } else {
            content.put("blob", Base64.getEncoder().encodeToString(bytes));
        }
        ObjectNode result = Json.object();
        result.putArray("contents").add(content);
        return new Outcome.Complete(result);
    }

    private static <T> T told(Exchange exchange, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (HandoutException gone) {
            throw RpcException.resourceNotFound(exchange.target(), gone.getMessage());
        }
    }
}
