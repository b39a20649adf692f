package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.EstateScanner;

/** What the use-cases about tags and rules draw from. */
public record Sources(EstateScanner scanner, CompiledPolicies policies) {}
