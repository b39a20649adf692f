package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** What is said where nothing gave credentials. The SDK reads its settings from properties before the environment. */
class NamedProfileTest {
    private final LabProperties properties = new LabProperties();

    @TempDir
    private Path directory;

    @BeforeEach
    void files() throws IOException {
        Path config = Files.writeString(directory.resolve("config"), "[profile audit]\nregion = eu-west-1\n");
        Path credentials = Files.writeString(directory.resolve("credentials"), "[laptop]\naws_access_key_id = A\n");
        set(ProfileFileSystemSetting.AWS_CONFIG_FILE, config.toString());
        set(ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE, credentials.toString());
    }

    @AfterEach
    void asItWas() {
        properties.close();
    }

    @Test
    void a_profile_that_is_nowhere_is_named_with_where_it_was_looked_for_and_what_was_meant() {
        set(ProfileFileSystemSetting.AWS_PROFILE, "audot");

        assertThat(NamedProfile.remedy())
                .startsWith(
                        "AWS_PROFILE names the profile audot, and there is none in the file of AWS_CONFIG_FILE or the"
                                + " file of AWS_SHARED_CREDENTIALS_FILE: ")
                .endsWith("did you mean audit?")
                .doesNotContain(directory.toString());
    }

    @Test
    void a_profile_that_is_there_and_gave_nothing_is_named() {
        for (String name : new String[] {"audit", "laptop"}) {
            set(ProfileFileSystemSetting.AWS_PROFILE, name);

            assertThat(NamedProfile.remedy())
                    .startsWith("The profile " + name + ", which AWS_PROFILE names, gave no credentials: ");
        }
    }

    @Test
    void files_that_can_not_be_read_are_said_to_be_wrong() throws IOException {
        Files.writeString(directory.resolve("config"), "region = eu-west-1\n");
        set(ProfileFileSystemSetting.AWS_PROFILE, "audit");

        assertThat(NamedProfile.remedy()).startsWith("No profile could be read in ");
    }

    private void set(ProfileFileSystemSetting setting, String value) {
        properties.set(setting.property(), value);
    }
}
