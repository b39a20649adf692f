package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Where credentials come from besides fixed keys, each as the SDK asks for it, and that a scan outlasts them. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that a profile names is a script")
class CredentialSourcesTest {
    private static final String PROFILE = "audit";
    private static final String ROLE = "arn:aws:iam::" + LabEstate.ACCOUNT + ":role/Reader";

    /** One way to come by credentials. */
    enum Source {
        CONTAINER {
            @Override
            void announce(CredentialSourcesTest test) {
                test.set(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property(), test.places.at("/container"));
            }
        },
        INSTANCE {
            @Override
            void announce(CredentialSourcesTest test) {
                test.set(SdkSystemSetting.AWS_EC2_METADATA_SERVICE_ENDPOINT.property(), test.places.at(""));
                test.set(SdkSystemSetting.AWS_EC2_METADATA_DISABLED.property(), "false");
            }
        },
        WEB_IDENTITY {
            @Override
            void announce(CredentialSourcesTest test) throws IOException {
                Path token = Files.writeString(test.directory.resolve("token"), LabCredentials.WEB_IDENTITY);
                test.set(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE.property(), token);
                test.set(SdkSystemSetting.AWS_ROLE_ARN.property(), ROLE);
            }
        },
        ROLE_OF_A_PROFILE {
            @Override
            void announce(CredentialSourcesTest test) throws IOException {
                test.profile("role_arn = " + ROLE + "\nsource_profile = keys\n"
                        + "[profile keys]\naws_access_key_id = a\naws_secret_access_key = b\n");
            }
        },
        PROGRAM_OF_A_PROFILE {
            @Override
            void announce(CredentialSourcesTest test) throws IOException {
                Path program = Files.writeString(test.directory.resolve("program"), test.places.program());
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
                test.profile("credential_process = " + program + "\n");
            }
        };

        abstract void announce(CredentialSourcesTest test) throws IOException;
    }

    private final LabProperties properties = new LabProperties();
    private final LabCredentials places = new LabCredentials();
    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(3));

    @TempDir
    private Path directory;

    @BeforeEach
    void nothingElseGivesCredentials() throws IOException {
        assumeThat(System.getenv("AWS_ACCESS_KEY_ID")).isNull();
        profile("");
        set(ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE.property(), directory.resolve("none"));
        set(ProfileFileSystemSetting.AWS_PROFILE.property(), PROFILE);
        set(SdkSystemSetting.AWS_EC2_METADATA_DISABLED.property(), "true");
        set(SdkSystemSetting.AWS_REGION.property(), LabEstate.IRELAND);
        set("aws.endpointUrlSts", places.at(""));
    }

    @AfterEach
    void close() {
        properties.close();
        places.close();
        lab.close();
    }

    private void set(String property, Object value) {
        properties.set(property, value.toString());
    }

    private void profile(String lines) throws IOException {
        Path config = Files.writeString(
                directory.resolve("config"), "[profile " + PROFILE + "]\nregion = eu-west-1\n" + lines);
        set(ProfileFileSystemSetting.AWS_CONFIG_FILE.property(), config);
    }

    private CollectingSink scan(String... types) throws InterruptedException {
        Connection here = lab.connection();
        CollectingSink sink = new CollectingSink();
        AwsSettings settings = new AwsSettings(Set.of(LabEstate.IRELAND));
        try (AwsCloud cloud =
                AwsCloud.of(settings, new Connection(here.end(), Connection.STANDARD.credentials(), here.pace()))) {
            cloud.inventory().scan(AwsLabTest.of(types), sink);
        }
        return sink;
    }

    @ParameterizedTest
    @EnumSource
    void r62_credentials_that_aws_calls_expired_in_mid_scan_are_fetched_anew_once(Source source) throws Exception {
        source.announce(this);
        AtomicInteger calls = new AtomicInteger();
        lab.disturb(
                call -> call.signed().key().equals(LabCredentials.key(1)) && calls.incrementAndGet() > 2,
                LabFault.EXPIRED);

        CollectingSink scan = scan("sqs:queue", "sns:topic", "ec2:volume", "rds:db");

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.resources()).hasSize(4 * 3);
        assertThat(lab.calls())
                .extracting(call -> call.signed().key())
                .containsOnly(LabCredentials.key(1), LabCredentials.key(2));
    }

    /** Those of an instance go on to be used by design of the SDK: AWS prolongs them where its metadata can't give new ones. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INSTANCE")
    void credentials_that_end_in_a_moment_are_fetched_anew_before_a_call_fails(Source source) throws Exception {
        places.endAfter(Duration.ofSeconds(10));
        source.announce(this);

        assertThat(scan("sqs:queue").gaps()).isEmpty();
        assertThat(lab.calls().stream().map(call -> call.signed().key()).distinct())
                .hasSizeGreaterThan(1);
    }
}
