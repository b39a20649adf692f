package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.Tags;

/**
 * A line of a bill: charge rows that have everything in common but their days and their meters, added up. No line has rows
 * of both signs, so that no credit is netted into usage.
 *
 * @param kind  what it is for
 * @param place where it was used
 * @param what  the resource that it is for, as far as the bill names one
 * @param tags  those on the bill, which the provider has filled in from parents in places
 * @param cost  exact
 */
public record Charge(ChargeKind kind, ChargePlace place, Charged what, Tags tags, Money cost) {}
