package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.RuleOutcome.Because;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueRule;
import java.util.Optional;

/** A rule about one key, ready to judge: as it holds in one cloud, with its patterns compiled. */
record CompiledRule(TagRule rule, Necessity necessity, KeyCase keyCase, CompiledValues values) {
    /** Whether the key must be there. */
    enum Necessity {
        REQUIRED,
        OPTIONAL
    }

    boolean isRequired() {
        return necessity == Necessity.REQUIRED;
    }

    /** What is wrong, if anything is. */
    Optional<Violation> judge(Tags tags, Lineage lineage) {
        FoundKey found = FoundKey.of(rule.key(), tags);
        Optional<String> value = found.value(keyCase);
        if (value.isPresent()) {
            return judge(value.get());
        }
        return isRequired() ? judgeAbsent(found, tags, lineage) : alias(tags);
    }

    /** What is wrong with the value under the key. */
    Optional<Violation> judge(String value) {
        return values.failedBy(value).map(failed -> switch (failed) {
            case ValueRule.OneOf oneOf -> new Violation.InvalidValue(rule, oneOf, value);
            case ValueRule.Matches matches -> new Violation.InvalidFormat(rule, matches, value);
        });
    }

    /** Where case matters, a case variant of a required key is the wrong key; an alias is one in any policy. */
    private Optional<Violation> judgeAbsent(FoundKey found, Tags tags, Lineage lineage) {
        if (found instanceof FoundKey.Variant variant) {
            return Optional.of(new Violation.WrongKeyCase(rule, variant.key(), variant.value()));
        }
        Optional<Violation> alias = alias(tags);
        if (alias.isPresent() || inherits(lineage) || mayInherit(lineage).isPresent()) {
            return alias;
        }
        return Optional.of(new Violation.MissingTag(rule));
    }

    private Optional<Violation> alias(Tags tags) {
        for (TagKey alias : rule.demand().aliases()) {
            switch (FoundKey.of(alias, tags)) {
                case FoundKey.Exact exact -> {
                    return Optional.of(new Violation.KnownAlias(rule, alias.text(), exact.value()));
                }
                case FoundKey.Variant variant -> {
                    return Optional.of(new Violation.KnownAlias(rule, variant.key(), variant.value()));
                }
                case FoundKey.Missing missing -> {}
            }
        }
        return Optional.empty();
    }

    private boolean inherits(Lineage lineage) {
        return inheritedFrom(lineage).isPresent();
    }

    /** The first parent that has the key with a value that would do. */
    Optional<Parent> inheritedFrom(Lineage lineage) {
        return rule.leniency().inheritFrom().stream()
                .filter(parent -> lineage.of(parent)
                        .flatMap(tags -> FoundKey.of(rule.key(), tags).value(keyCase))
                        .filter(values::admit)
                        .isPresent())
                .findFirst();
    }

    /** The same rule about a key that must be there. */
    CompiledRule asRequired() {
        return isRequired() ? this : new CompiledRule(rule, Necessity.REQUIRED, keyCase, values);
    }

    /**
     * Why nobody knows whether the rule holds: the key is not there under any name, and a parent that may have it was not
     * read.
     */
    Optional<ReadFailure> unknown(Tags tags, Lineage lineage) {
        boolean open = !lineage.unread().isEmpty()
                && isRequired()
                && FoundKey.of(rule.key(), tags) instanceof FoundKey.Missing
                && alias(tags).isEmpty()
                && !inherits(lineage);
        return open ? mayInherit(lineage) : Optional.empty();
    }

    /** Why a parent that the key may come from was not read; empty where all were. */
    Optional<ReadFailure> mayInherit(Lineage lineage) {
        return rule.leniency().inheritFrom().stream()
                .flatMap(parent -> lineage.unread(parent).stream())
                .findFirst();
    }

    /** Why the rule passes, where it does. */
    Because because(Tags tags) {
        if (FoundKey.of(rule.key(), tags).value(keyCase).isPresent()) {
            return Because.ITS_TAG_IS_RIGHT;
        }
        return isRequired() ? Because.INHERITED : Because.NOT_THERE;
    }
}
