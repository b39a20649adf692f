package io.tagcompliance.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends requests as they are written here, wrong ones too, which a well-meaning client would not let through. */
final class RawHttp {
    private static final int FIVE_SECONDS = 5_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** An answer: its status, all of its head, and its body. */
    record Answer(int status, String head, String body) {
        JsonNode json() {
            return ProgramRun.parse(body);
        }

        int errorCode() {
            return json().path("error").path("code").asInt();
        }
    }

    /** The headers of a well-formed request of this era. */
    List<String> modern(String method, String... more) {
        List<String> headers = new ArrayList<>(List.of(
                "Host: localhost:" + port,
                "Content-Type: application/json",
                "Accept: application/json, text/event-stream",
                "MCP-Protocol-Version: 2026-07-28",
                "Mcp-Method: " + method));
        headers.addAll(List.of(more));
        return headers;
    }

    Answer post(List<String> headers, String body) throws IOException {
        return post(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(List<String> headers, byte[] body) throws IOException {
        List<String> all = new ArrayList<>(headers);
        all.add("Content-Length: " + body.length);
        return send("POST", all, body);
    }

    Answer send(String method, List<String> headers, byte[] body) throws IOException {
        try (Socket socket = open(method, headers)) {
            try {
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (SocketException refusedEarly) {
                // The answer is there all the same.
            }
            return answer(readToEnd(socket));
        }
    }

    /** A body in chunks of which there is no end in sight. */
    Answer postChunks(List<String> headers, int chunks) throws IOException {
        List<String> all = new ArrayList<>(headers);
        all.add("Transfer-Encoding: chunked");
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = open("POST", all)) {
            try {
                for (int sent = 0; sent < chunks; sent++) {
                    socket.getOutputStream().write(chunk);
                }
            } catch (SocketException refusedEarly) {
                // The answer is there all the same.
            }
            return answer(readToEnd(socket));
        }
    }

    /** A connection on which the head was sent. */
    Socket open(String method, List<String> headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(FIVE_SECONDS);
        OutputStream out = socket.getOutputStream();
        String head = method + " /mcp HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return socket;
    }

    private static String readToEnd(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketException closedWhileWeWrote) {
            // What was read until then counts.
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = text.substring(0, end);
        String body = text.substring(end + 4);
        if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            body = body.replaceAll("(?m)^[0-9a-fA-F]+\r\n", "").strip();
        }
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, body);
    }
}
