package io.tagcompliance.server.architecture.planted.cycle.core.check;

import io.tagcompliance.server.architecture.planted.cycle.core.scan.NeedsCheck;

public record NeedsScan(NeedsCheck check) {}
