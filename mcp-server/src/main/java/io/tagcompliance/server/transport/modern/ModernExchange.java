package io.tagcompliance.server.transport.modern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.JsonRpc;
import io.tagcompliance.server.transport.modern.Methods.Surroundings;
import java.util.Optional;

/** A request of this era, as handlers get to see it. */
final class ModernExchange implements Exchange {
    private final String target;
    private final Surroundings surroundings;
    private final Optional<ObjectNode> answers;
    private final Optional<String> state;

    /** @throws RpcException where the answers to an earlier request for input are malformed */
    ModernExchange(String target, JsonNode params, Surroundings surroundings) {
        this.target = target;
        this.surroundings = surroundings;
        this.answers = answers(params.path("inputResponses"));
        this.state = state(params.path("requestState"));
    }

    private static Optional<ObjectNode> answers(JsonNode responses) {
        if (responses.isMissingNode()) {
            return Optional.empty();
        }
        if (responses instanceof ObjectNode object && object.valueStream().allMatch(JsonNode::isObject)) {
            return Optional.of(object);
        }
        throw RpcException.invalidParams("inputResponses must be an object of objects");
    }

    private static Optional<String> state(JsonNode state) {
        if (state.isMissingNode() || state.isTextual()) {
            return Optional.ofNullable(state.textValue());
        }
        throw RpcException.invalidParams("requestState must be a string");
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
        JsonNode token = surroundings.meta().progressToken();
        if (token.isMissingNode()) {
            return;
        }
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.set("progressToken", token);
        params.put("progress", progress.done());
        if (progress.total() > 0) {
            params.put("total", progress.total());
        }
        if (!progress.message().isEmpty()) {
            params.put("message", progress.message());
        }
        surroundings
                .notifications()
                .send(JsonRpc.notification("notifications/progress", params).toString());
    }

    @Override
    public boolean offers(String capability) {
        return surroundings.meta().offers(capability);
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
