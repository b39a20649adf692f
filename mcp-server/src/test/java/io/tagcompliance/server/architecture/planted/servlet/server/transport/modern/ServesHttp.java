package io.tagcompliance.server.architecture.planted.servlet.server.transport.modern;

import jakarta.servlet.http.HttpServletRequest;

class ServesHttp {
    String method(HttpServletRequest request) {
        return request.getMethod();
    }
}
