package io.tagcompliance.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Whatever a line of a client is, it is a message or an error that can be answered. */
class JsonRpcLinesFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @FuzzTest(maxDuration = "1m")
    void r22_a_line_is_a_message_or_an_error(byte[] line) throws IOException {
        switch (Incoming.of(line)) {
            case Incoming.Request request ->
                assertThat(request.id().isTextual() || request.id().isIntegralNumber())
                        .isTrue();
            case Incoming.Notification notification ->
                assertThat(notification.method())
                        .isEqualTo(JSON.readTree(line).path("method").textValue());
            case Incoming.Malformed malformed -> {
                assertThat(malformed.code()).isIn(-32700, -32600);
                assertThat(malformed.message())
                        .doesNotContain("com.fasterxml", "java.")
                        .hasSizeLessThan(200);
            }
            case Incoming.Response response -> {}
            case Incoming.Nothing nothing -> {}
        }
    }
}
