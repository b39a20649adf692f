package io.tagcompliance.core.check;

/**
 * The figures of a set of resources.
 *
 * @param counts     by verdict
 * @param score      the share that is compliant
 * @param violations of all severities, over all resources
 */
public record Figures(Counts counts, Score score, int violations) {}
