package io.tagcompliance.server.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.policy.json.PolicySchema;
import io.tagcompliance.policy.json.PolicyWriter;
import io.tagcompliance.server.guard.Call;
import io.tagcompliance.server.guard.CallGuard;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.Json;
import java.util.List;

/** Every resource and every template of resources, in the order in which they are listed. A new one is one line here. */
public final class ResourceCatalogue {
    private static final String POLICY_TOOL = "get_tagging_policy";
    private static final String HISTORY_TOOL = "get_violation_history";
    private static final int ALL_RULES = 100;

    private final PolicySource policy;
    private final CallGuard guard;
    private final LatestCheck latest;
    private final KnownWords words;

    public ResourceCatalogue(PolicySource policy, CallGuard guard, LatestCheck latest, KnownWords words) {
        this.policy = policy;
        this.guard = guard;
        this.latest = latest;
        this.words = words;
    }

    public List<Entry> resources() {
        return List.of(
                new Document(
                                "tagpolicy://current",
                                "Tagging policy in force",
                                "The whole policy, as a policy file has it.",
                                (values, exchange) ->
                                        PolicyWriter.write(policy.current().policy()))
                        .resource(),
                new Document(
                                "tagpolicy://schema",
                                "Format of tagging policies",
                                "The JSON schema of policy files.",
                                (values, exchange) -> PolicySchema.text())
                        .resource(),
                new Document(
                                "compliance://latest",
                                "Figures of the latest check",
                                "What check_tag_compliance answered last, without the violations; starts no scan. Not found"
                                        + " before the first check.",
                                (values, exchange) -> Json.pretty(latest.figures(exchange)))
                        .resource(),
                new Document(
                                "compliance://history",
                                "Compliance over the last 90 days",
                                "What get_violation_history answers without arguments: each day with a check, the trend, and"
                                        + " what the change is made of.",
                                (values, exchange) -> answer(HISTORY_TOOL, Json.object(), exchange))
                        .resource());
    }

    public List<Entry> templates() {
        return List.of(
                new Document(
                                "tagpolicy://rules/{resource_type}",
                                "Rules for a type of resource",
                                "The rules that hold for one type, which is spelled as its cloud does: ec2%3Ainstance.",
                                (values, exchange) -> rules(values, exchange))
                        .template(words),
                new Document(
                                "tagpolicy://tags/{tag}",
                                "Rules for a tag",
                                "The rules about one key, in any case.",
                                (values, exchange) -> rules(values, exchange))
                        .template(words),
                new Document(
                                "compliance://accounts/{account_id}",
                                "An account in the latest check",
                                "The figures of one account, subscription or project in the latest check; starts no scan.",
                                (values, exchange) -> Json.pretty(latest.part("by_account", values, exchange)))
                        .template(words),
                new Document(
                                "compliance://regions/{region}",
                                "A Region in the latest check",
                                "The figures of one Region in the latest check; starts no scan.",
                                (values, exchange) -> Json.pretty(latest.part("by_region", values, exchange)))
                        .template(words));
    }

    /** What the tool answers, with the same checks and in the same audit trail. */
    private String rules(ObjectNode values, Exchange exchange) {
        return answer(POLICY_TOOL, values.deepCopy().put("limit", ALL_RULES), exchange);
    }

    private String answer(String tool, ObjectNode arguments, Exchange exchange) {
        Call call = new Call(tool, arguments, exchange.caller(), Room.UNCUT, Call.Wait.TO_THE_DEADLINE, progress -> {});
        return switch (guard.call(call).orElseThrow()) {
            case Reply.Answered answered -> Json.pretty(answered.structured());
            case Reply.Refused refused -> throw RpcException.resourceNotFound(exchange.target(), refused.message());
        };
    }
}
