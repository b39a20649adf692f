package io.tagcompliance.server.architecture.planted.cycle.core.scan;

import io.tagcompliance.server.architecture.planted.cycle.core.check.NeedsScan;

public record NeedsCheck(NeedsScan scan) {}
