package io.tagcompliance.policy;

/**
 * What a rule demands in one cloud in place of its general demand, since clouds differ in what a key may look like.
 *
 * @param demand the whole demand there; that of the rule itself where nothing else was asked for
 * @param note   a remark for people; empty where there is none
 */
public record CloudOverride(Demand demand, String note) {}
