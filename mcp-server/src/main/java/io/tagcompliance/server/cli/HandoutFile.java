package io.tagcompliance.server.cli;

import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.server.handout.HandoutException;
import io.tagcompliance.server.settings.SettingsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies what a tool made to where the person at the terminal wants it. */
record HandoutFile(Program program, Wiring wiring) {

    /**
     * Copies it.
     *
     * @param uri as the tool gave it
     * @throws SettingsException where there can be no such file
     */
    Path copy(Kind kind, String uri, String name) {
        Path file = program.workingDirectory().resolve(name);
        String id = uri.substring(uri.indexOf("://") + "://".length());
        Handout handout = wiring.handouts().find(kind, id, Program.CALLER).orElseThrow();
        try (OutputStream out = Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            wiring.handouts().copy(handout, out);
            return file;
        } catch (IOException | HandoutException wrong) {
            throw new SettingsException("--out: the file can't be written there; name one in a directory that exists");
        }
    }
}
