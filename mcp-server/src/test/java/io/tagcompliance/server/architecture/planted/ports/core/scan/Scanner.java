package io.tagcompliance.server.architecture.planted.ports.core.scan;

public interface Scanner {}
