package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.EstateScanner;
import java.time.InstantSource;

/**
 * What the use-cases about tags and rules draw from.
 *
 * @param clock tells which grace and which exemptions are over
 */
public record Sources(EstateScanner scanner, CompiledPolicies policies, InstantSource clock) {}
