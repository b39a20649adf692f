package io.tagcompliance.server.architecture.planted.closed.core;

public class Open {}
