package io.tagcompliance.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.guard.Call;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.Settings;
import io.tagcompliance.server.settings.SettingsException;
import io.tagcompliance.server.tool.CallContext.Room;
import io.tagcompliance.server.tool.RefusalException.Code;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What every command has: the streams, the settings, and the tools over them. */
record Program(Console console, Map<String, String> environment, Path workingDirectory) {
    static final String CALLER = "local";

    RawSettings rawSettings(EstateOptions options) {
        if (options.isContradictory()) {
            throw new SettingsException(EstateOptions.CONTRADICTION);
        }
        return RawSettings.read(options.given(), environment, workingDirectory);
    }

    Configuration configuration(EstateOptions options) {
        return configuration(rawSettings(options));
    }

    Configuration configuration(RawSettings raw) {
        try {
            return new Configuration(raw, Settings.of(raw, environment));
        } catch (SettingsException wrong) {
            throw new SettingsException(raw.told(wrong));
        }
    }

    /** Calls a tool as the local user, who waits as long as it takes and sees how far it is. */
    Optional<Reply> call(Wiring wiring, String tool, JsonNode arguments, Room room) {
        try (ProgressLine progress = new ProgressLine(console.err(), isTerminal("err"))) {
            return wiring.guard().call(new Call(tool, arguments, CALLER, room, Call.Wait.TO_THE_END, progress::tell));
        }
    }

    /** Tells of a refusal, on one line. */
    ExitCode refused(Reply.Refused refused, Configuration configuration) {
        String message = refused.code() == Code.ESTATE_UNREADABLE
                ? configuration.raw().told(new SettingsException(Setting.ESTATE, refused.message()))
                : refused.message();
        console.err().println("tag-compliance: " + message);
        if (refused.code() == Code.AUDIT_CORRUPT) {
            console.err()
                    .println("tag-compliance: the file is in "
                            + configuration.settings().dataDir());
        }
        return switch (refused.code()) {
            case INVALID_ARGUMENT, ESTATE_UNREADABLE, AUDIT_CORRUPT -> ExitCode.WRONG_USE;
            case CURSOR_EXPIRED,
                    STILL_SCANNING,
                    CANCELLED,
                    TOOLSET_OFF,
                    READ_ONLY,
                    CLOUD_UNREADABLE,
                    HISTORY_UNAVAILABLE,
                    STORE_UNAVAILABLE,
                    AUDIT_UNAVAILABLE,
                    INTERNAL_ERROR -> ExitCode.REFUSED;
        };
    }

    /** Whether a stream ends at a person; the launcher knows. */
    boolean isTerminal(String stream) {
        return Boolean.getBoolean("tagcompliance.terminal." + stream);
    }

    /** How a person starts this program. */
    String launcher() {
        return System.getProperty("tagcompliance.launcher", "tag-compliance");
    }
}
