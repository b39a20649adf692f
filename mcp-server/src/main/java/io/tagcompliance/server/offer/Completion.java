package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What there is to complete a value with.
 *
 * @param values at most as many as the protocol allows
 * @param total  how many there are
 */
public record Completion(List<String> values, int total) {
    private static final int MOST = 100;

    public Completion {
        values = List.copyOf(values);
    }

    /** As many of these as may be shown. */
    static Completion of(List<String> all) {
        return new Completion(all.subList(0, Math.min(MOST, all.size())), all.size());
    }

    public boolean hasMore() {
        return total > values.size();
    }

    /** As the protocol has it. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        values.forEach(json.putArray("values")::add);
        return json.put("total", total).put("hasMore", hasMore());
    }
}
