package io.tagcompliance.aws;

import io.tagcompliance.policy.Nearest;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * The profile that AWS_PROFILE names, of which the SDK says no more than that nothing gave credentials.
 *
 * @param known the profiles that the files have
 */
record NamedProfile(String name, Set<String> known) {
    /** What a person can do who has no credentials. */
    static String remedy() {
        return ProfileFileSystemSetting.AWS_PROFILE
                .getNonDefaultStringValue()
                .map(NamedProfile::remedyOf)
                .orElse("No credentials were found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
    }

    private static String remedyOf(String name) {
        try {
            return new NamedProfile(
                            name, ProfileFile.defaultProfileFile().profiles().keySet())
                    .words();
        } catch (IllegalArgumentException | IllegalStateException | SdkException broken) {
            return "No profile could be read in " + places() + ": correct what is written there.";
        }
    }

    private String words() {
        if (known.contains(name)) {
            return "The profile " + name
                    + ", which AWS_PROFILE names, gave no credentials: sign in to it again, or correct it in "
                    + places() + ".";
        }
        String meant = Nearest.to(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse(".");
        return "AWS_PROFILE names the profile " + name + ", and there is none in " + places()
                + ": add it, or name another" + meant;
    }

    private static String places() {
        return place(ProfileFileSystemSetting.AWS_CONFIG_FILE, "~/.aws/config") + " or "
                + place(ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE, "~/.aws/credentials");
    }

    /** A file that is named elsewhere is known to who named it, and its path is nobody else's. */
    private static String place(ProfileFileSystemSetting setting, String usual) {
        return setting.getNonDefaultStringValue()
                .map(file -> "the file of " + setting.environmentVariable())
                .orElse(usual);
    }
}
