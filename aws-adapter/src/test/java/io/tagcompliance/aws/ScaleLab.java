package io.tagcompliance.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * A lab that answers as fast as it can, over an estate of any size, with AWS's page sizes and as long a wait as it is told.
 * It counts calls, and answers what it doesn't know as a service does that has nothing.
 */
final class ScaleLab implements AutoCloseable {
    private final ScaleAnswers answers;
    private final int waitMillis;
    private final HttpServer server;
    private final Map<ScaleCalls.Where, LongAdder> calls = new ConcurrentHashMap<>();

    ScaleLab(ScaleEstate estate, int waitMillis) throws IOException {
        this.answers = new ScaleAnswers(estate);
        this.waitMillis = waitMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The calls so far. */
    ScaleCalls calls() {
        return new ScaleCalls(calls.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum())));
    }

    private void handle(HttpExchange exchange) throws IOException {
        LabCall call = LabCall.of(exchange);
        String service = call.operation().substring(0, call.operation().indexOf(':'));
        calls.computeIfAbsent(new ScaleCalls.Where(service, call.region()), absent -> new LongAdder())
                .increment();
        try {
            Thread.sleep(waitMillis);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        byte[] body = answers.to(call).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
