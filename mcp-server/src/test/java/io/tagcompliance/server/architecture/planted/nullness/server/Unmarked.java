package io.tagcompliance.server.architecture.planted.nullness.server;

final class Unmarked {}
