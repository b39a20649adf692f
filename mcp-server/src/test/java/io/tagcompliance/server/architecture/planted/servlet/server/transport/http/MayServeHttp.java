package io.tagcompliance.server.architecture.planted.servlet.server.transport.http;

import jakarta.servlet.http.HttpServletRequest;

class MayServeHttp {
    String method(HttpServletRequest request) {
        return request.getMethod();
    }
}
