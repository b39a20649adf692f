package io.tagcompliance.core.advice;

/**
 * What speaks for a value.
 *
 * @param kind      of evidence
 * @param by        what binds the voters to the resource: the kind of parent, or the key of the other tag; else empty
 * @param votes     for the value
 * @param of        all votes
 * @param precision how often evidence like this was right on this estate
 */
public record Evidence(EvidenceClass kind, String by, int votes, int of, Precision precision) {}
