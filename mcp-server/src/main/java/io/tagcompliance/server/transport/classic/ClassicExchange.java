package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import java.util.List;
import java.util.Optional;

/** A request of this era, as handlers get to see it. */
final class ClassicExchange implements Exchange {
    private static final String ELICITATION = "elicitation";

    private final McpSyncServerExchange exchange;
    private final String target;
    private final Optional<Object> progressToken;
    private final ObjectMapper mapper;
    private Optional<ObjectNode> answers = Optional.empty();
    private Optional<String> state = Optional.empty();

    ClassicExchange(
            McpSyncServerExchange exchange, String target, Optional<Object> progressToken, ObjectMapper mapper) {
        this.exchange = exchange;
        this.target = target;
        this.progressToken = progressToken;
        this.mapper = mapper;
    }

    /** The same request once more, with what the client answers to these. */
    ClassicExchange asking(Outcome.InputNeeded needed) {
        ClassicExchange next = new ClassicExchange(exchange, target, progressToken, mapper);
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        needed.requests().properties().forEach(request -> given.set(request.getKey(), ask(request.getValue())));
        next.answers = Optional.of(given);
        next.state = Optional.of(needed.state()).filter(text -> !text.isEmpty());
        return next;
    }

    /** Only people are asked: sampling and roots are on their way out of the protocol. */
    private JsonNode ask(JsonNode request) {
        if (!request.path("method").asText().equals("elicitation/create") || !offers(ELICITATION)) {
            throw RpcException.missingCapability(List.of(ELICITATION));
        }
        ElicitFormRequest form = mapper.convertValue(request.path("params"), ElicitFormRequest.class);
        return mapper.valueToTree(exchange.createElicitation(form));
    }

    @Override
    public String caller() {
        return LOCAL_CALLER;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public void tell(Progress progress) {
        if (progressToken.isEmpty()) {
            return;
        }
        ProgressNotification.Builder note = ProgressNotification.builder(progressToken.get(), progress.done());
        if (progress.total() > 0) {
            note.total(progress.total());
        }
        if (!progress.message().isEmpty()) {
            note.message(progress.message());
        }
        exchange.progressNotification(note.build());
    }

    @Override
    public boolean offers(String capability) {
        return capability.equals(ELICITATION)
                && exchange.getClientCapabilities() != null
                && exchange.getClientCapabilities().elicitation() != null;
    }

    @Override
    public Optional<ObjectNode> answers() {
        return answers;
    }

    @Override
    public Optional<String> state() {
        return state;
    }
}
