package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the SDK takes from the environment alone, so that the scan runs in a process that has one of its own. */
@Timeout(90)
class AwsEnvironmentTest {
    private static final String PORTAL = "https://house.awsapps.com/start";
    private static final String ALL_FOUND = "resources=12 gaps=[]";

    private final LabCredentials places = new LabCredentials();
    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(3));

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        places.close();
        lab.close();
    }

    private String scan(URI end, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Daws.endpointUrlSso=" + places.at(""),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ScanOfEnvironment.class.getName(),
                end.toString());
        builder.environment().clear();
        builder.environment().putAll(Map.of("HOME", home.toString(), "AWS_EC2_METADATA_DISABLED", "true"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        return said;
    }

    private URI labItself() {
        return URI.create("http://127.0.0.1:" + lab.port());
    }

    @Test
    void r62_credentials_of_single_sign_on_that_aws_calls_expired_are_fetched_anew_once() throws Exception {
        signIn();
        AtomicInteger calls = new AtomicInteger();
        lab.disturb(
                call -> call.signed().key().equals(LabCredentials.key(1)) && calls.incrementAndGet() > 2,
                LabFault.EXPIRED);

        assertThat(scan(labItself(), Map.of("AWS_PROFILE", "audit"))).contains(ALL_FOUND);
        assertThat(lab.calls())
                .extracting(call -> call.signed().key())
                .containsOnly(LabCredentials.key(1), LabCredentials.key(2));
    }

    /** As the tools of AWS leave it behind: a profile, and the token of the portal in a file named after that. */
    private void signIn() throws Exception {
        Path tokens =
                Files.createDirectories(home.resolve(".aws").resolve("sso").resolve("cache"));
        Files.writeString(home.resolve(".aws").resolve("config"), """
                [profile audit]
                region = eu-west-1
                sso_start_url = %s
                sso_region = eu-west-1
                sso_account_id = %s
                sso_role_name = Reader
                """.formatted(PORTAL, LabEstate.ACCOUNT));
        byte[] name = MessageDigest.getInstance("SHA-1").digest(PORTAL.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                tokens.resolve(HexFormat.of().formatHex(name) + ".json"),
                "{\"accessToken\":\"" + LabCredentials.SIGNED_IN + "\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
    }

    @Test
    void calls_go_through_the_proxy_of_the_environment() throws Exception {
        Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "lab-key", "AWS_SECRET_ACCESS_KEY", AwsLab.SECRET);
        URI nowhere = URI.create("http://aws.invalid");
        Map<String, String> proxied = Map.of(
                "AWS_ACCESS_KEY_ID",
                "lab-key",
                "AWS_SECRET_ACCESS_KEY",
                AwsLab.SECRET,
                "HTTP_PROXY",
                labItself().toString());

        assertThat(scan(nowhere, keys)).contains("resources=0");
        assertThat(lab.calls()).isEmpty();
        assertThat(scan(nowhere, proxied)).contains(ALL_FOUND);
    }
}
