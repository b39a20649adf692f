package io.tagcompliance.core.evaluation;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Nearest;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One resource failing one rule. */
public sealed interface Violation {
    /** The rule that failed. */
    RuleId rule();

    /** The key that it is about: the rule's own where a rule names one, else the key that the resource has. */
    String tag();

    Severity severity();

    /** What the rule says to people. */
    RuleText text();

    /** What is wrong, by the name that answers have for it. */
    String issue();

    /** A required key is not there. */
    record MissingTag(TagRule demand) implements OfTagRule {
        @Override
        public String issue() {
            return "missing_required_tag";
        }
    }

    /** A required key is there in another case. Its value is not judged until the key is right. */
    record WrongKeyCase(TagRule demand, String foundKey, String value) implements OfTagRule {
        @Override
        public String issue() {
            return "wrong_key_case";
        }
    }

    /** Another key is there by which people mean the required one. Its value is not judged until the key is right. */
    record KnownAlias(TagRule demand, String foundKey, String value) implements OfTagRule {
        @Override
        public String issue() {
            return "known_alias";
        }
    }

    /** A value is none of those allowed. */
    record InvalidValue(TagRule demand, ValueRule.OneOf allowed, String value) implements OfTagRule {
        @Override
        public String issue() {
            return "invalid_value";
        }

        /** The allowed value that was most likely meant, in the spelling that the rule advises: a synonym's, else the nearest. */
        public Optional<String> closestAllowedValue() {
            List<String> candidates = allowed.values().stream()
                    .filter(one -> !one.hasWildcard())
                    .map(AllowedValue::text)
                    .toList();
            return allowed.meantBy(value)
                    .or(() -> Nearest.to(value, candidates))
                    .map(this::asAdvised);
        }

        private String asAdvised(String text) {
            return switch (allowed.valueCase()) {
                case EXACT, ANY -> text;
                case LOWERCASE_ADVISED -> text.toLowerCase(Locale.ROOT);
                case UPPERCASE_ADVISED -> text.toUpperCase(Locale.ROOT);
            };
        }
    }

    /** A value doesn't match the pattern. */
    record InvalidFormat(TagRule demand, ValueRule.Matches pattern, String value) implements OfTagRule {
        @Override
        public String issue() {
            return "invalid_format";
        }
    }

    /**
     * The tags fulfil a condition and not what it demands.
     *
     * @param key   the key in question, as the resource's cloud has it
     * @param found what is there of it
     */
    record ConditionNotMet(ConditionalRule demand, TagKey key, FoundKey found) implements Violation {
        @Override
        public RuleId rule() {
            return demand.id();
        }

        @Override
        public String tag() {
            return key.text();
        }

        @Override
        public Severity severity() {
            return demand.severity();
        }

        @Override
        public RuleText text() {
            return demand.text();
        }

        @Override
        public String issue() {
            return "condition_not_met";
        }
    }

    /** A key is there that may not be. */
    record ProhibitedKey(ProhibitedTag demand, String tag, String value) implements Violation {
        @Override
        public RuleId rule() {
            return demand.id();
        }

        @Override
        public Severity severity() {
            return demand.severity();
        }

        @Override
        public RuleText text() {
            return demand.text();
        }

        @Override
        public String issue() {
            return "prohibited_tag";
        }
    }

    /** A key holds characters, or begins with a prefix, that no key may have. */
    record NamingBreach(RuleId rule, Severity severity, String tag, String value) implements OfNaming {
        @Override
        public String issue() {
            return "naming_rule";
        }
    }

    /** A key or a value is longer than the policy allows; {@code limit} is in Unicode code points, inclusive. */
    record LimitExceeded(RuleId rule, Severity severity, String tag, String value, int limit) implements OfNaming {
        @Override
        public String issue() {
            return "limit_exceeded";
        }
    }

    /** A violation of a rule about one key; the rule as it holds in the resource's cloud. */
    sealed interface OfTagRule extends Violation {
        TagRule demand();

        @Override
        default RuleId rule() {
            return demand().id();
        }

        @Override
        default String tag() {
            return demand().key().text();
        }

        @Override
        default Severity severity() {
            return demand().severity();
        }

        @Override
        default RuleText text() {
            return demand().text();
        }
    }

    /** A violation of the rules about every key and value. */
    sealed interface OfNaming extends Violation {
        /** The value under the key. */
        String value();

        @Override
        default RuleText text() {
            return RuleText.NONE;
        }
    }
}
