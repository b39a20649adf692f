package io.tagcompliance.server.architecture.planted.ports.core.resource;

public record Place(String name) {}
