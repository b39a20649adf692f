package io.tagcompliance.server.tool;

import io.tagcompliance.server.tool.RefusalException.Code;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and reads cursors: signed, and good only for the caller, the tool, the question and the scan that they came from. */
public final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 16;

    private final SecretKeySpec key;

    /** Cursors of this process: no other can make or read them. */
    public Cursors() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Where a page begins. */
    record Position(String scan, int offset) {}

    String seal(String tool, CallContext context, Position position) {
        byte[] text = (position.offset() + ":" + position.scan()).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream cursor = new ByteArrayOutputStream();
        cursor.writeBytes(signature(tool, context, text));
        cursor.writeBytes(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    /** @throws RefusalException where it is not one of ours, or was made for another question or caller */
    Position open(String tool, CallContext context, String cursor) {
        byte[] sealed = decoded(cursor);
        if (sealed.length <= SEAL) {
            throw expired();
        }
        byte[] text = Arrays.copyOfRange(sealed, SEAL, sealed.length);
        byte[] seal = Arrays.copyOf(sealed, SEAL);
        if (!MessageDigest.isEqual(seal, signature(tool, context, text))) {
            throw expired();
        }
        String[] parts = new String(text, StandardCharsets.UTF_8).split(":", 2);
        return new Position(parts[1], Integer.parseInt(parts[0]));
    }

    static RefusalException expired() {
        return new RefusalException(
                Code.CURSOR_EXPIRED,
                "cursor: it belongs to another question or to a scan that has expired; ask again without it");
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw expired();
        }
    }

    private byte[] signature(String tool, CallContext context, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : List.of(tool, context.caller(), context.question())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return Arrays.copyOf(mac.doFinal(text), SEAL);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
