package io.tagcompliance.server.cli;

import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.Settings;
import io.tagcompliance.server.settings.SettingsException;

/** How the program is set for one command: as the user gave it, and what follows from that. */
record Configuration(RawSettings raw, Settings settings) {
    /** The program, set up like that. What is wrong is told with how it was given. */
    Wiring wiring() {
        try {
            return Wiring.of(settings);
        } catch (SettingsException wrong) {
            throw new SettingsException(raw.told(wrong));
        }
    }
}
