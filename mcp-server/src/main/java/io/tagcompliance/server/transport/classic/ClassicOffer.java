package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpSchema.CompleteReference;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.tagcompliance.server.offer.Completer;
import io.tagcompliance.server.offer.Completion;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An offer as the SDK takes it. */
final class ClassicOffer {
    private final Offer offer;
    private final ObjectMapper mapper;
    private final ClassicCalls calls;

    ClassicOffer(Offer offer, ObjectMapper mapper) {
        this.offer = offer;
        this.mapper = mapper;
        this.calls = new ClassicCalls(mapper);
    }

    /** Puts it into the specification of a server. */
    <S extends SyncSpecification<S>> SyncSpecification<S> over(SyncSpecification<S> specification) {
        SyncSpecification<S> server = specification
                .jsonSchemaValidator(ClassicOffer::alreadyChecked)
                .validateToolInputs(false)
                .serverInfo(offer.product().name(), offer.product().version())
                .instructions(offer.product().instructions())
                .capabilities(capabilities().build())
                .requestTimeout(Duration.ofDays(1))
                .immediateExecution(true);
        for (Entry tool : offer.tools()) {
            server = server.toolCall(
                    Definitions.tool(tool.definition().get()),
                    (exchange, request) -> calls.tool(tool, exchange, request));
        }
        return server.resources(resources())
                .resourceTemplates(templates())
                .prompts(prompts())
                .completions(completions());
    }

    /** What the server can do: what the offer holds. */
    ServerCapabilities.Builder capabilities() {
        ServerCapabilities.Builder capabilities =
                ServerCapabilities.builder().tools(false).completions();
        if (!offer.resources().isEmpty() || !offer.templates().isEmpty()) {
            capabilities = capabilities.resources(false, false);
        }
        return offer.prompts().isEmpty() ? capabilities : capabilities.prompts(false);
    }

    /** Arguments are read strictly by the tool itself, and answers are made from the record that is their schema. */
    private static JsonSchemaValidator.ValidationResponse alreadyChecked(Map<String, Object> schema, Object content) {
        return JsonSchemaValidator.ValidationResponse.asValid("");
    }

    private List<SyncResourceSpecification> resources() {
        return offer.resources().stream()
                .map(entry -> new SyncResourceSpecification(
                        Definitions.resource(entry.definition().get()),
                        (exchange, request) -> calls.resource(entry, exchange, request)))
                .toList();
    }

    private List<SyncResourceTemplateSpecification> templates() {
        return offer.templates().stream()
                .map(entry -> new SyncResourceTemplateSpecification(
                        Definitions.template(entry.definition().get()),
                        (exchange, request) -> calls.template(entry, exchange, request)))
                .toList();
    }

    private List<SyncPromptSpecification> prompts() {
        return offer.prompts().stream()
                .map(entry -> new SyncPromptSpecification(
                        Definitions.prompt(entry.definition().get()),
                        (exchange, request) -> calls.prompt(entry, exchange, request)))
                .toList();
    }

    private List<SyncCompletionSpecification> completions() {
        List<SyncCompletionSpecification> completions = new ArrayList<>();
        offer.prompts().forEach(entry -> completions.add(completion(new PromptReference(entry.key()), entry)));
        offer.templates().forEach(entry -> completions.add(completion(new ResourceReference(entry.key()), entry)));
        return completions;
    }

    private SyncCompletionSpecification completion(CompleteReference reference, Entry entry) {
        return new SyncCompletionSpecification(reference, (exchange, request) -> complete(entry, request));
    }

    private CompleteResult complete(Entry entry, CompleteRequest request) {
        Map<String, String> others =
                request.context() == null || request.context().arguments() == null
                        ? Map.of()
                        : request.context().arguments();
        Completion completion = calls.completion(
                entry,
                new Completer.Question(
                        Exchange.LOCAL_CALLER,
                        request.argument().name(),
                        request.argument().value(),
                        mapper.valueToTree(others)));
        return new CompleteResult(
                new CompleteResult.CompleteCompletion(completion.values(), completion.total(), completion.hasMore()));
    }
}
