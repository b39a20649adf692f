package io.tagcompliance.server.settings;

/** The program can't run as it is set. The message is one line that names the setting, what is wrong and what to do. */
public final class SettingsException extends RuntimeException {
    public SettingsException(String message) {
        super(message);
    }
}
