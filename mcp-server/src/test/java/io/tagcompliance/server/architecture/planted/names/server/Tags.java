package io.tagcompliance.server.architecture.planted.names.server;

final class Tags {}
