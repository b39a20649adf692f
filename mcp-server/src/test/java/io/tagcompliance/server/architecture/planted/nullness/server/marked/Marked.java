package io.tagcompliance.server.architecture.planted.nullness.server.marked;

final class Marked {}
