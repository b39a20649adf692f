package io.tagcompliance.billing;

/** How many digits the amounts of an export are known to have. */
enum Digits {
    /** At most five before the point and ten after it, each of them: rounded to that many a double is what it says. */
    FEW,
    /** Any. */
    ANY
}
