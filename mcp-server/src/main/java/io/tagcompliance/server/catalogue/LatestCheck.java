package io.tagcompliance.server.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.guard.Call;
import io.tagcompliance.server.guard.CallListener;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.RpcException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each caller's latest check of this process came to. Nobody sees another's. Safe for many threads. */
public final class LatestCheck implements CallListener {
    private static final String CHECK = "check_tag_compliance";
    private static final int MOST_CALLERS = 100;

    private final Map<String, ObjectNode> answers = new LinkedHashMap<>();

    @Override
    public synchronized void answered(Call call, ObjectNode answer) {
        if (!call.tool().equals(CHECK)) {
            return;
        }
        ObjectNode kept = answer.deepCopy();
        kept.set("arguments", call.arguments().deepCopy());
        answers.remove(call.caller());
        answers.put(call.caller(), kept);
        if (answers.size() > MOST_CALLERS) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    /** The figures, and the arguments that they belong to. */
    ObjectNode figures(Exchange exchange) {
        return of(exchange).deepCopy().without(List.of("violations", "next_cursor", "correlation_id", "audited"));
    }

    /**
     * The figures of one part.
     *
     * @param list   where the parts of its kind stand in the answer
     * @param values the name of the part, under the name of its field
     */
    ObjectNode part(String list, ObjectNode values, Exchange exchange) {
        ObjectNode check = of(exchange);
        for (JsonNode row : check.path(list)) {
            if (values.properties().stream().allMatch(value -> value.getValue().equals(row.path(value.getKey())))) {
                ObjectNode part = row.deepCopy();
                part.set("as_of", check.path("as_of"));
                part.set("coverage", check.path("coverage"));
                part.set("arguments", check.path("arguments"));
                return part;
            }
        }
        throw RpcException.resourceNotFound(
                exchange.target(), "it is not among the parts that the latest check lists; check it with a filter");
    }

    /** The resources whose violations were listed. */
    List<String> violators(String caller) {
        return answer(caller)
                .map(answer -> answer.path("violations")
                        .valueStream()
                        .filter(row -> row.has("resource_id"))
                        .map(row -> row.path("resource_id").asText())
                        .toList())
                .orElseGet(List::of);
    }

    private ObjectNode of(Exchange exchange) {
        return answer(exchange.caller())
                .orElseThrow(() -> RpcException.resourceNotFound(
                        exchange.target(), "nothing was checked yet; call " + CHECK + " first"));
    }

    private synchronized Optional<ObjectNode> answer(String caller) {
        return Optional.ofNullable(answers.get(caller));
    }
}
