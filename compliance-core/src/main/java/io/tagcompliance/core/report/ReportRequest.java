package io.tagcompliance.core.report;

import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.scan.Freshness;

/** A question of {@link GenerateComplianceReport}. */
public record ReportRequest(ResourceFilter filter, Freshness freshness) {}
