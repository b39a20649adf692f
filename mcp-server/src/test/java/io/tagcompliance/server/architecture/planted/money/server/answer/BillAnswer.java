package io.tagcompliance.server.architecture.planted.money.server.answer;

import org.jspecify.annotations.Nullable;

record BillAnswer(@Nullable Double totalCostImpact) {}
