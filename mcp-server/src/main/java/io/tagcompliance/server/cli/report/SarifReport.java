package io.tagcompliance.server.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.tool.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The violations as SARIF 2.1.0, the OASIS format that code scanning reads: a rule for each rule of the policy, a result for
 * each violation, and a failed invocation where part of the estate could not be read.
 *
 * <p>Texts of a resource's owner stand in properties only, since viewers make links of what looks like one in a message.
 */
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    /** The log as JSON. */
    public static String of(JsonNode answer, String version) {
        ObjectNode log = Json.object().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "tag-compliance").put("version", version);
        Map<String, Integer> rules = new LinkedHashMap<>();
        ArrayNode results = Json.object().arrayNode();
        for (JsonNode resource : answer.path("violations")) {
            for (JsonNode violation : resource.path("violations")) {
                int rule = rules.computeIfAbsent(violation.path("rule_id").asText(), absent -> rules.size());
                results.add(result(resource, violation, rule));
            }
        }
        ArrayNode described = driver.putArray("rules");
        rules.keySet().forEach(id -> described.addObject().put("id", id));
        addInvocation(run.putArray("invocations").addObject(), answer);
        run.set("results", results);
        return Json.pretty(log);
    }

    private static ObjectNode result(JsonNode resource, JsonNode violation, int rule) {
        ObjectNode result = Json.object();
        result.put("ruleId", violation.path("rule_id").asText()).put("ruleIndex", rule);
        result.put("level", violation.path("severity").asText());
        result.putObject("message")
                .put(
                        "text",
                        "Rule " + violation.path("rule_id").asText() + " is violated: "
                                + violation.path("issue").asText() + ".");
        String id = resource.path("resource_id").asText();
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", "resources/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        physical.putObject("region").put("startLine", 1);
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", id)
                .put("kind", "resource");
        result.putObject("partialFingerprints")
                .put(
                        "resourceRuleTag/v1",
                        id + "|" + violation.path("rule_id").asText() + "|"
                                + violation.path("tag").asText());
        ObjectNode properties = result.putObject("properties");
        properties.set("violation", violation);
        properties.set("resource_type", resource.path("resource_type"));
        properties.set("account_id", resource.path("account_id"));
        properties.set("region", resource.path("region"));
        return result;
    }

    private static void addInvocation(ObjectNode invocation, JsonNode answer) {
        boolean complete = answer.path("coverage").asText().equals("complete");
        invocation.put("executionSuccessful", complete);
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        answer.path("gaps")
                .forEach(gap -> notifications
                        .addObject()
                        .put("level", "error")
                        .putObject("message")
                        .put("text", Gaps.words(gap)));
        answer.path("unknown_tags")
                .forEach(unknown -> notifications
                        .addObject()
                        .put("level", "error")
                        .putObject("message")
                        .put("text", Gaps.wordsOfUnknownTags(unknown)));
    }
}
