package io.tagcompliance.server.transport.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** A response that keeps the status of an error, and drops what is written about it. */
final class PlainErrors extends HttpServletResponseWrapper {
    PlainErrors(HttpServletResponse response) {
        super(response);
    }

    boolean failed() {
        return getStatus() >= 400;
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return failed() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (failed()) {
            throw new IOException("an error has no body here");
        }
        return super.getOutputStream();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!failed()) {
            super.flushBuffer();
        }
    }
}
