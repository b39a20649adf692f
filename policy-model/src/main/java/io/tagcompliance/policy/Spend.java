package io.tagcompliance.policy;

/** Whether resources of a type cost money by themselves. */
public enum Spend {
    /** It is on the bill. */
    COST_BEARING,
    /** It is on the bill of the few who have any: it is looked for where it is named, or where something hints at it. */
    RARE,
    /** It costs nothing, and is only to be tagged; no share of spend counts it. */
    HYGIENE
}
