package io.tagcompliance.server.cli;

import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.RawSettings.Origin;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.Settings;
import io.tagcompliance.server.settings.SettingsException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Settings that the program can be set up with: what is wrong among those given is told, and left out. */
final class Workable {
    private final Map<String, String> environment;
    private final Consumer<String> problems;
    private final Set<Setting> leftOut = EnumSet.noneOf(Setting.class);
    private RawSettings raw;

    Workable(RawSettings raw, Map<String, String> environment, Consumer<String> problems) {
        this.raw = raw;
        this.environment = environment;
        this.problems = problems;
    }

    Settings settings() {
        return made(Function.identity());
    }

    /** The program, to be looked at: it records nothing. */
    Wiring wiring() {
        return made(Wiring::notRecording);
    }

    /** Whether this setting is as it was given. */
    boolean has(Setting setting) {
        return !leftOut.contains(setting);
    }

    private <T> T made(Function<Settings, T> maker) {
        while (true) {
            try {
                return maker.apply(Settings.of(raw, environment));
            } catch (SettingsException wrong) {
                problems.accept(raw.told(wrong));
                leaveOut(wrong.about().filter(this::isGiven).orElseThrow(() -> wrong));
            }
        }
    }

    /** The default can't be left out. */
    private boolean isGiven(Setting setting) {
        return raw.value(setting).origin() != Origin.DEFAULT;
    }

    /** Without one of them, clouds and estate don't say any more what is to be read. */
    void leaveOut(Setting setting) {
        Set<Setting> together = setting == Setting.CLOUDS || setting == Setting.ESTATE
                ? EnumSet.of(Setting.CLOUDS, Setting.ESTATE)
                : EnumSet.of(setting);
        leftOut.addAll(together);
        together.forEach(one -> raw = raw.without(one));
    }
}
