package io.tagcompliance.core.check;

import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.scan.ReadFrom;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import java.time.Instant;

/**
 * What an answer rests on.
 *
 * @param scan     the scan that it was made from
 * @param asOf     when that was begun
 * @param readFrom where its facts came from this time
 * @param coverage what was read, of those resources that the question is about
 * @param policy   the policy in force
 */
public record ScanFacts(ScanId scan, Instant asOf, ReadFrom readFrom, Coverage coverage, PolicyInForce policy) {}
