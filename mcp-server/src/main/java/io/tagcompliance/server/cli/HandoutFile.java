package io.tagcompliance.server.cli;

import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.handout.Handout;
import io.tagcompliance.server.handout.Handout.Kind;
import io.tagcompliance.server.handout.HandoutException;
import io.tagcompliance.server.settings.SettingsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file where the person at the terminal wants it. */
record HandoutFile(Path file) {
    /**
     * A file there, which can be written as far as anybody can tell before it is: asked for before anything is read, since a
     * scan may take minutes.
     *
     * @throws SettingsException where it can't, with what to do
     */
    static HandoutFile at(Path file) {
        Path directory = Objects.requireNonNullElse(file.getParent(), file);
        if (Files.isDirectory(file)) {
            throw new SettingsException("--out: that is a directory; name a file in it");
        }
        if (!Files.isDirectory(directory)) {
            throw new SettingsException(
                    "--out: the directory for that file doesn't exist; make it, or name a file in one that does");
        }
        if (!Files.isWritable(Files.exists(file) ? file : directory)) {
            throw new SettingsException("--out: that file may not be written; name another, or allow it");
        }
        return new HandoutFile(file);
    }

    /**
     * What the ending of its name stands for; the other one where it has none.
     *
     * @throws SettingsException where nothing of that kind is written here
     */
    String format(Map<String, String> endings, String otherwise) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int point = name.lastIndexOf('.');
        if (point < 0) {
            return otherwise;
        }
        return Optional.ofNullable(endings.get(name.substring(point + 1)))
                .orElseThrow(() -> new SettingsException("--out: nothing is written as " + name.substring(point)
                        + " here; let the name end in one of "
                        + endings.keySet().stream()
                                .sorted()
                                .map(known -> "." + known)
                                .collect(Collectors.joining(", "))
                        + ", or give --format"));
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Copies there what a tool made.
     *
     * @param uri as the tool gave it
     * @throws SettingsException where there can be no such file
     */
    void copy(Wiring wiring, Kind kind, String uri) {
        Handout handout = made(wiring, kind, uri);
        write(out -> wiring.handouts().copy(handout, out));
    }

    /**
     * Writes a text there.
     *
     * @throws SettingsException where there can be no such file
     */
    void write(String text) {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(Content content) {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        } catch (IOException | HandoutException wrong) {
            throw new SettingsException(
                    "--out: the file can't be written there; name one in a directory that exists and has room");
        }
    }

    /** What a tool made for this command. */
    static Handout made(Wiring wiring, Kind kind, String uri) {
        String id = uri.substring(uri.indexOf("://") + "://".length());
        return wiring.handouts().find(kind, id, Program.CALLER).orElseThrow();
    }
}
