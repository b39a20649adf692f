package io.tagcompliance.server.architecture.planted.money.server.answer;

import java.math.BigDecimal;

record ScoreAnswer(double score, BigDecimal totalCostImpact) {}
