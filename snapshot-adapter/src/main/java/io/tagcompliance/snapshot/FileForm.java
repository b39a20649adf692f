package io.tagcompliance.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The two forms of estate files, told apart by the ending of the name, else by the beginning of the content. */
enum FileForm {
    JSON_LINES,
    CSV;

    private static final int BEGINNING = 64;

    /** @throws EstateFileException where the file is missing, empty, or obviously something else */
    static FileForm of(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        requireFile(path, name);
        String beginning = beginning(path);
        refuseOtherContent(name, beginning);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "jsonl", "ndjson" -> JSON_LINES;
            case "csv" -> CSV;
            default -> beginning.strip().matches("(?s)[{\\[].*") ? JSON_LINES : CSV;
        };
    }

    /** @throws EstateFileException where there is no file that can be read */
    static void requireFile(Path path, String name) {
        if (!Files.exists(path)) {
            throw new EstateFileException(name, "there is no such file; check the path");
        }
        if (Files.isDirectory(path)) {
            throw new EstateFileException(name, "is a directory; name a file");
        }
        if (!Files.isRegularFile(path)) {
            throw new EstateFileException(
                    name, "is a pipe or a device, and is read more than once; write it to a file first");
        }
        if (!Files.isReadable(path)) {
            throw new EstateFileException(name, "may not be read by this user; change its permissions");
        }
    }

    /** The first bytes, each as one character, without a byte order mark. */
    private static String beginning(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String bytes = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return bytes.startsWith("\u00EF\u00BB\u00BF") ? bytes.substring(3) : bytes;
        }
    }

    private static void refuseOtherContent(String name, String beginning) {
        if (beginning.isBlank()) {
            throw new EstateFileException(name, "is empty; export the estate again");
        }
        if (beginning.startsWith("\u00FF\u00FE") || beginning.startsWith("\u00FE\u00FF")) {
            throw new EstateFileException(name, "is in UTF-16; save it as UTF-8");
        }
        if (beginning.startsWith("\u001F\u008B")) {
            throw new EstateFileException(name, "is compressed; unpack it with gunzip");
        }
        if (beginning.startsWith("PK\u0003\u0004")) {
            throw new EstateFileException(name, "is a spreadsheet or an archive; save it as CSV in UTF-8");
        }
    }
}
