package io.tagcompliance.server.tool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What happens to e-mail addresses among the values of tags. */
enum PersonalData {
    SHOWN {
        @Override
        String of(String value) {
            return value;
        }
    },
    /** The same address always becomes the same pseudonym, so that sums stay apart. */
    MASKED {
        @Override
        String of(String value) {
            return value.indexOf('@') > 0 ? "person-" + digest(value.strip().toLowerCase(Locale.ROOT)) : value;
        }
    };

    private static final int LENGTH = 10;

    abstract String of(String value);

    private static String digest(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
