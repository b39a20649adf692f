package io.tagcompliance.server.settings;

import java.util.Optional;

/** The program can't run as it is set. The message is one line that names the setting, what is wrong and what to do. */
public final class SettingsException extends RuntimeException {
    private final Optional<Setting> about;

    public SettingsException(String message) {
        super(message);
        this.about = Optional.empty();
    }

    /** What is wrong with the value of one setting. */
    public SettingsException(Setting about, String message) {
        super(message);
        this.about = Optional.of(about);
    }

    /** The setting whose value is wrong; empty where no single value is. */
    public Optional<Setting> about() {
        return about;
    }
}
