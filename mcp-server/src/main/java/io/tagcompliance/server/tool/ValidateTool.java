package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.Proposal;
import io.tagcompliance.core.check.ResourceValidation;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.server.tool.Tool.Answer;
import io.tagcompliance.server.tool.Tool.Hints;
import io.tagcompliance.server.tool.answer.ValidationAnswer;
import io.tagcompliance.server.tool.answer.ValidationAnswer.ResultRow;
import io.tagcompliance.server.tool.answer.ValidationAnswer.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code validate_resource_tags}: do these resources comply, or would they with these tags? */
final class ValidateTool {
    static final String NAME = "validate_resource_tags";

    private static final String DESCRIPTION = """
            Validates single resources by full id (ARN, Azure resource id, Google Cloud full resource name), \
            or tags proposed for resources that need not exist yet.
            Returns one result for each: whether it exists and complies, and each violation. \
            Up to 7 KB; results beyond the limit come with next_cursor.
            At most 100; give resource_arns or proposed, not both. Reads just these resources, never the whole estate.""";

    private static final int MOST = 100;
    private static final RowFields FIELDS = RowFields.of("results", ResultRow.class);
    private static final Parameter<List<String>> IDS = Kinds.anyTexts("resource_arns", MOST, "Full ids, of any cloud");
    private static final Parameter<Optional<String>> TYPE =
            Kinds.text("resource_type", "As the cloud spells it: ec2:instance");
    private static final Parameter<Map<String, String>> TAGS = Kinds.textMap("tags", 100, "Key and value");
    private static final Parameter<Optional<String>> ACCOUNT =
            Kinds.text("account_id", "Where it would lie: account, subscription or project");
    private static final Parameter<Optional<String>> REGION = Kinds.text("region", "Where it would lie: its Region");
    private static final Parameter<Optional<String>> GROUP =
            Kinds.text("resource_group", "Where it would lie: its group or stack");
    private static final Parameter<Optional<String>> RESOURCE_NAME = Kinds.text("name", "What it would be called");
    private static final Parameter<List<Arguments>> PROPOSED =
            Kinds.objects("proposed", Parameters.of(TYPE, TAGS, ACCOUNT, REGION, GROUP, RESOURCE_NAME), MOST);
    private static final Map<String, String> NULL_REASONS =
            Map.of("exemption", "no exemption of the policy waives a violation of this resource");

    private final Supplier<TagCompliance> compliance;
    private final Cursors cursors;

    private ValidateTool(Supplier<TagCompliance> compliance, Cursors cursors) {
        this.compliance = compliance;
        this.cursors = cursors;
    }

    static Tool of(Supplier<TagCompliance> compliance, Cursors cursors) {
        return new Tool(
                NAME,
                "Validate resource tags",
                DESCRIPTION,
                Parameters.of(IDS, PROPOSED, FIELDS.parameter(), Paging.DETAIL, Paging.LIMIT, Paging.CURSOR),
                ValidationAnswer.class,
                Hints.READS_THE_WORLD,
                new ValidateTool(compliance, cursors)::call);
    }

    private Answer call(Arguments arguments, CallContext context) throws InterruptedException {
        Paging paging = Paging.of(cursors, NAME, arguments, context).keeping(FIELDS.kept(arguments));
        ResourceValidation validation = validate(arguments);
        Cursors.Position from = paging.from("");
        List<ResultRow> rows = validation.rows().stream()
                .map(row -> ValidationRows.row(row, context.room()))
                .toList();
        Summary summary = ValidationRows.summary(rows);
        ObjectNode structured = paging.fit(
                rows,
                from,
                (shown, next) -> Json.tree(new ValidationAnswer(
                        shown, next.orElse(null), summary, NULL_REASONS, Provenances.policy(validation.policy()))));
        return new Answer(structured, text(summary));
    }

    private ResourceValidation validate(Arguments arguments) throws InterruptedException {
        List<String> ids = arguments.get(IDS);
        List<Arguments> proposed = arguments.get(PROPOSED);
        if (ids.isEmpty() == proposed.isEmpty()) {
            throw RefusalException.invalid(
                    "resource_arns", "give either resource_arns or proposed, with at least one element");
        }
        return proposed.isEmpty()
                ? compliance.get().validate().validate(ids)
                : compliance.get().validate().validateProposed(proposals(proposed));
    }

    private static List<Proposal> proposals(List<Arguments> proposed) {
        List<Proposal> proposals = new ArrayList<>();
        for (Arguments one : proposed) {
            String path = "proposed[" + proposals.size() + "].resource_type";
            proposals.add(proposal(one, path));
        }
        return proposals;
    }

    private static Proposal proposal(Arguments one, String path) {
        String name = one.get(TYPE)
                .orElseThrow(() -> RefusalException.invalid(path, "missing; write for example ec2:instance"));
        ResourceType type = TypeCatalogue.canonical(new ResourceType(name.substring(0, Math.min(200, name.length()))));
        return TypeCatalogue.cloudOf(type)
                .map(cloud -> new Proposal(cloud, type, place(one), Tags.of(one.get(TAGS))))
                .orElseThrow(() -> Kinds.unknown(
                        path,
                        name,
                        TypeCatalogue.types().stream().map(ResourceType::name).toList()));
    }

    private static Place place(Arguments one) {
        return new Place(
                one.get(ACCOUNT).orElse(""),
                one.get(REGION).orElse(""),
                one.get(GROUP).orElse(""),
                one.get(RESOURCE_NAME).orElse(""));
    }

    private static String text(Summary summary) {
        return "%d of %d comply, %d do not; no rule applies to %d, %d do not exist, of %d nobody can say, %d are no identifiers."
                .formatted(
                        summary.compliant(),
                        summary.total(),
                        summary.nonCompliant(),
                        summary.notApplicable(),
                        summary.absent(),
                        summary.unknown(),
                        summary.invalidIds());
    }
}
