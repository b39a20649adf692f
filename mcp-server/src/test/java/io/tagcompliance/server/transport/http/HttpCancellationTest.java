package io.tagcompliance.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Entry;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.tool.Json;
import io.tagcompliance.server.transport.ModernMessages;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpCancellationTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void r78_a_client_that_closes_the_connection_has_its_call_ended_within_two_seconds() throws Exception {
        try (McpMount mount = McpMount.of(
                new Offer(new Offer.Product("test", "1", ""), List.of(endless()), List.of(), List.of(), List.of()))) {
            RawHttp http = new RawHttp(mount.port());
            byte[] call = ModernMessages.call(1, "endless", "{}").getBytes(StandardCharsets.UTF_8);
            List<String> headers = new ArrayList<>(http.modern("tools/call", "Mcp-Name: endless"));
            headers.add("Content-Length: " + call.length);
            try (Socket socket = http.open("POST", headers)) {
                socket.getOutputStream().write(call);
                socket.getOutputStream().flush();
                assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
                socket.setSoLinger(true, 0);
            }

            assertThat(interrupted.await(2, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Entry endless() {
        return new Entry("endless", HttpCancellationTest::definition, (arguments, exchange) -> {
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException gone) {
                interrupted.countDown();
                throw gone;
            }
            return new Outcome.Complete(Json.object());
        });
    }

    private static ObjectNode definition() {
        ObjectNode definition = Json.object().put("name", "endless");
        definition.putObject("inputSchema").put("type", "object");
        return definition;
    }
}
