package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks that let nobody out but through a proxy, and proxies that show a certificate of the house. */
@Timeout(60)
class AwsProxyTest {
    private static final LabEstate ESTATE = LabEstate.ofEverything(3);
    private static final String PASSWORD = "changeit";

    private final LabProperties properties = new LabProperties();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        properties.close();
    }

    private static CollectingSink scan(URI end) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        try (AwsCloud cloud = AwsCloud.of(new AwsSettings(Set.of(LabEstate.IRELAND)), LabConnection.to(end))) {
            cloud.inventory().scan(AwsLabTest.of("sqs:queue", "ec2:volume"), sink);
        }
        return sink;
    }

    /** No name server knows where AWS is; only the proxy does, which is the lab itself. */
    @Test
    void calls_go_through_the_proxy_of_the_system_properties() throws Exception {
        URI nowhere = URI.create("http://aws.invalid");
        try (AwsLab lab = new AwsLab(ESTATE)) {
            assertThat(scan(nowhere).resources()).isEmpty();
            assertThat(lab.calls()).isEmpty();

            properties.set("http.proxyHost", "127.0.0.1");
            properties.set("http.proxyPort", Integer.toString(lab.port()));
            CollectingSink scan = scan(nowhere);

            assertThat(scan.gaps()).isEmpty();
            assertThat(scan.resources()).hasSize(2 * 3);
        }
    }

    @Test
    void a_certificate_of_the_house_is_trusted_where_its_store_is_named_and_else_a_gap() throws Exception {
        Path store = storeOfTheHouse();
        try (AwsLab lab = AwsLab.overTls(ESTATE, contextOf(store))) {
            URI end = URI.create("https://127.0.0.1:" + lab.port());
            assertThat(scan(end).gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.failure().kind()).isEqualTo(Kind.UNAVAILABLE));

            properties.set("javax.net.ssl.trustStore", store.toString());
            properties.set("javax.net.ssl.trustStorePassword", PASSWORD);
            CollectingSink scan = scan(end);

            assertThat(scan.gaps()).isEmpty();
            assertThat(scan.resources()).hasSize(2 * 3);
        }
    }

    private Path storeOfTheHouse() throws IOException, InterruptedException {
        Path store = directory.resolve("house.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String options =
                "-genkeypair -alias house -keyalg EC -dname CN=house -ext SAN=ip:127.0.0.1 -storetype PKCS12 -storepass "
                        + PASSWORD + " -keystore";
        Process made = new ProcessBuilder(Stream.of(
                                Stream.of(keytool.toString()),
                                Stream.of(options.split(" ")),
                                Stream.of(store.toString()))
                        .flatMap(some -> some)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).as(said).isZero();
        return store;
    }

    private static SSLContext contextOf(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
