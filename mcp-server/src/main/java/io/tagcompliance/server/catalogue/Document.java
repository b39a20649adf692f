package io.tagcompliance.server.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.tool.Json;

/**
 * JSON that clients can read as a resource.
 *
 * @param uri         what it is read by; with a variable in braces, one document for each value
 * @param title       for people
 * @param description what it holds, and when there is nothing to read
 * @param text        reads it
 */
record Document(String uri, String title, String description, Text text) {
    private static final String MIME_TYPE = "application/json";

    /** Reads a document. */
    @FunctionalInterface
    interface Text {
        /**
         * As JSON.
         *
         * @param values of the variables in the URI
         * @throws RpcException where there is nothing to read
         */
        String read(ObjectNode values, Exchange exchange) throws InterruptedException;
    }

    Entry resource() {
        return new Entry(uri, () -> definition("uri"), this::answer);
    }

    Entry template(Completer completer) {
        return new Entry(uri, () -> definition("uriTemplate"), this::answer, completer);
    }

    private Outcome answer(ObjectNode values, Exchange exchange) throws InterruptedException {
        ObjectNode result = Json.object();
        result.putArray("contents")
                .addObject()
                .put("uri", exchange.target())
                .put("mimeType", MIME_TYPE)
                .put("text", text.read(values, exchange));
        return new Outcome.Complete(result);
    }

    private ObjectNode definition(String kindOfUri) {
        return Json.object()
                .put(kindOfUri, uri)
                .put("name", uri.replace("://", "_").replaceAll("[/{}]+", "_").replaceAll("_$", ""))
                .put("title", title)
                .put("description", description)
                .put("mimeType", MIME_TYPE);
    }
}
