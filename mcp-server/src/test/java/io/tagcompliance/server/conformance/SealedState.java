package io.tagcompliance.server.conformance;

import io.tagcompliance.server.offer.RpcException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** State that goes out to the client and must come back as it went. */
final class SealedState {
    private static final SecretKeySpec KEY =
            new SecretKeySpec("only for tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    private SealedState() {}

    static String of(String state) {
        return state + "." + seal(state);
    }

    /** @throws RpcException where it was changed on the way */
    static String open(String sealed) {
        String state = sealed.contains(".") ? sealed.substring(0, sealed.indexOf('.')) : sealed;
        if (!MessageDigest.isEqual(
                of(state).getBytes(StandardCharsets.UTF_8), sealed.getBytes(StandardCharsets.UTF_8))) {
            throw RpcException.invalidParams("requestState is not one of ours");
        }
        return state;
    }

    private static String seal(String state) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(KEY);
            return HexFormat.of().formatHex(mac.doFinal(state.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
