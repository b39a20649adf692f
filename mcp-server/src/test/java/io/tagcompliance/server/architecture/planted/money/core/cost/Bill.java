package io.tagcompliance.server.architecture.planted.money.core.cost;

record Bill(double total) {}
