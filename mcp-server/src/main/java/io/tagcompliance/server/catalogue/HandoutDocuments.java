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

/** Exports and reports as resources. Whoever didn't make one doesn't find it. */
public final class HandoutDocuments {
    /** More than this is too much for one answer of the protocol. */
    private static final long LARGEST = 16L << 20;

    private final Handouts handouts;

    public HandoutDocuments(Handouts handouts) {
        this.handouts = handouts;
    }

    public List<Entry> templates() {
        return Arrays.stream(Kind.values()).map(this::template).toList();
    }

    private Entry template(Kind kind) {
        return new Entry(
                kind.scheme() + "://{id}", () -> definition(kind), (values, exchange) -> read(kind, values, exchange));
    }

    private static ObjectNode definition(Kind kind) {
        return Json.object()
                .put("uriTemplate", kind.scheme() + "://{id}")
                .put("name", kind.scheme())
                .put("title", kind == Kind.EXPORT ? "An exported list" : "A report")
                .put(
                        "description",
                        "A file that a tool of this server made for this client; gone after a day. The tool says its id.")
                .put("mimeType", kind == Kind.EXPORT ? "application/octet-stream" : "text/html");
    }

    private Outcome read(Kind kind, ObjectNode values, Exchange exchange) {
        Handout handout = handouts.find(kind, values.path("id").asText(), exchange.caller())
                .orElseThrow(() -> RpcException.resourceNotFound(
                        exchange.target(), "there is none, or it is gone; they are kept for a day"));
        if (handout.digest().bytes() > LARGEST) {
            throw RpcException.resourceNotFound(
                    exchange.target(), "it is larger than 16 MiB; the command 'export --out FILE' writes it to a file");
        }
        ObjectNode content = Json.object().put("uri", exchange.target()).put("mimeType", handout.mime());
        byte[] bytes = bytes(handout, exchange);
        if (isText(handout.mime())) {
            content.put("text", new String(bytes, StandardCharsets.UTF_8));
        } else {
            content.put("blob", Base64.getEncoder().encodeToString(bytes));
        }
        ObjectNode result = Json.object();
        result.putArray("contents").add(content);
        return new Outcome.Complete(result);
    }

    private byte[] bytes(Handout handout, Exchange exchange) {
        try {
            return handouts.read(handout);
        } catch (HandoutException gone) {
            throw RpcException.resourceNotFound(exchange.target(), gone.getMessage());
        }
    }

    private static boolean isText(String mime) {
        return mime.startsWith("text/") || mime.startsWith("application/json");
    }
}
