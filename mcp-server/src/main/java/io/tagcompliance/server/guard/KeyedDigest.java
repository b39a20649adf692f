package io.tagcompliance.server.guard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A digest that only who has the key can compare with a guess. The key is asked for with the first digest. */
public final class KeyedDigest {
    private static final String ALGORITHM = "HmacSHA256";

    private final Supplier<byte[]> key;

    public KeyedDigest(Supplier<byte[]> key) {
        this.key = key;
    }

    /** In hexadecimal. */
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
