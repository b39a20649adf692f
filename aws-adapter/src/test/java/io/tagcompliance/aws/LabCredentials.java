package io.tagcompliance.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The places that hand out credentials, on loopback: the endpoint of a container, the metadata of an instance, the
 * portal of single sign-on, and STS. Keys are numbered in the order in which they were handed out; each opens the lab's own account.
 */
final class LabCredentials implements AutoCloseable {
    static final String WEB_IDENTITY = "who-the-cluster-says-it-is";
    static final String SIGNED_IN = "who-signed-in";

    private static final String SESSION = "metadata-session";
    private static final LabAnswer NOTHING = new LabAnswer(404, "", Map.of());

    private final HttpServer server;
    private final AtomicInteger handedOut = new AtomicInteger();
    private volatile Duration validity = Duration.ofHours(1);

    LabCredentials() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** From now on credentials say that they end so soon. */
    void endAfter(Duration time) {
        validity = time;
    }

    /** The key that was handed out in that turn, counted from one. */
    static String key(int number) {
        return "temporary-" + LabEstate.ACCOUNT + "-" + number;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        LabFault.send(
                exchange,
                switch (exchange.getRequestURI().getPath()) {
                    case "/container" -> LabAnswer.ok(json());
                    case "/latest/api/token" -> LabAnswer.ok(SESSION);
                    case "/latest/meta-data/iam/security-credentials/" -> ofInstance(exchange, () -> "reader");
                    case "/latest/meta-data/iam/security-credentials/reader" -> ofInstance(exchange, this::json);
                    case "/federation/credentials" -> signedIn(exchange);
                    case "/" -> sts(body);
                    default -> NOTHING;
                });
    }

    /** Only to those who have a session, as the second version of the metadata service wants it. */
    private static LabAnswer ofInstance(HttpExchange exchange, Supplier<String> text) {
        String session = exchange.getRequestHeaders().getFirst("x-aws-ec2-metadata-token");
        return SESSION.equals(session) ? LabAnswer.ok(text.get()) : NOTHING;
    }

    /** A role of the portal of single sign-on, for whoever signed in. */
    private LabAnswer signedIn(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token");
        return SIGNED_IN.equals(token)
                ? LabAnswer.ok("""
                        {"roleCredentials":{"accessKeyId":"%s","secretAccessKey":"%s","sessionToken":"t","expiration":%d}}""".formatted(nextKey(), AwsLab.SECRET, end().toEpochMilli()))
                : NOTHING;
    }

    /** A role for whoever has the token of its cluster, or keys that sign. */
    private LabAnswer sts(String body) {
        if (body.contains("Action=AssumeRoleWithWebIdentity") && body.contains("WebIdentityToken=" + WEB_IDENTITY)) {
            return LabAnswer.ok(xml("AssumeRoleWithWebIdentity"));
        }
        return body.contains("Action=AssumeRole&") ? LabAnswer.ok(xml("AssumeRole")) : NOTHING;
    }

    /** As a container and an instance give them out. */
    private String json() {
        return """
                {"Code":"Success","AccessKeyId":"%s","SecretAccessKey":"%s","Token":"t","Expiration":"%s"}""".formatted(nextKey(), AwsLab.SECRET, end());
    }

    /** A script that prints credentials as programs do that a profile names; it counts by a file beside it. */
    String program() {
        return """
                #!/bin/sh
                echo once more >> "$0.runs"
                printf '{"Version":1,"AccessKeyId":"temporary-%s-%%d","SecretAccessKey":"%s","SessionToken":"t","Expiration":"%s"}' \
                  "$(($(wc -l < "$0.runs")))"
                """.formatted(LabEstate.ACCOUNT, AwsLab.SECRET, end());
    }

    private String xml(String action) {
        return """
                <%1$sResponse><%1$sResult><Credentials><AccessKeyId>%2$s</AccessKeyId><SecretAccessKey>%3$s</SecretAccessKey>\
                <SessionToken>t</SessionToken><Expiration>%4$s</Expiration></Credentials></%1$sResult>\
                <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></%1$sResponse>""".formatted(action, nextKey(), AwsLab.SECRET, end());
    }

    private String nextKey() {
        return key(handedOut.incrementAndGet());
    }

    private Instant end() {
        return Instant.now().plus(validity).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
