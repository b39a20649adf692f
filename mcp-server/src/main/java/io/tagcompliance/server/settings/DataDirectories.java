package io.tagcompliance.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The directory for what the program keeps. */
public final class DataDirectories {
    private static final String NAME = "tag-compliance";

    private DataDirectories() {}

    /** Where programs of this user keep data: as the XDG base directory specification has it, or as macOS does. */
    static Path ofUser(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            return home.resolve("Library/Application Support").resolve(NAME);
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return (xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".local/share")).resolve(NAME);
    }

    /**
     * Makes sure that the directory is there and can be written.
     *
     * @throws SettingsException where it can't
     */
    public static void require(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException refused) {
            throw new SettingsException(
                    Setting.DATA_DIR,
                    "data_dir " + directory
                            + " can't be made; set --data-dir or TAG_COMPLIANCE_DATA_DIR to one that can");
        }
        if (!Files.isWritable(directory)) {
            throw new SettingsException(
                    Setting.DATA_DIR,
                    "data_dir " + directory
                            + " can't be written; set --data-dir or TAG_COMPLIANCE_DATA_DIR to one that can");
        }
    }
}
