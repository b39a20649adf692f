package io.tagcompliance.server.architecture.planted.eras.server.transport.stdio;

public class Lines {}
