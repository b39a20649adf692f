package io.tagcompliance.audit;

import io.tagcompliance.core.spi.AuditTrail.Intent;
import io.tagcompliance.core.spi.AuditTrail.Result;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** One record as it is stored: its fields as texts, in the order in which they are hashed. */
record AuditRecord(List<String> fields) {
    /** The columns of the fields. */
    static final List<String> COLUMNS = List.of(
            "at", "kind", "correlation_id", "caller", "tool", "arguments", "arguments_digest", "outcome", "took_ms");

    AuditRecord {
        fields = List.copyOf(fields);
        if (fields.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("a record has " + COLUMNS.size() + " fields");
        }
    }

    static AuditRecord of(Instant at, Intent intent) {
        return new AuditRecord(List.of(
                at.toString(),
                "intent",
                intent.correlationId(),
                intent.caller(),
                intent.tool(),
                intent.arguments(),
                intent.argumentsDigest(),
                "",
                ""));
    }

    static AuditRecord of(Instant at, Result result) {
        return new AuditRecord(List.of(
                at.toString(),
                "result",
                result.correlationId(),
                "",
                "",
                "",
                "",
                result.outcome(),
                Long.toString(result.took().toMillis())));
    }

    /** What stands for the records up to that link, which were dropped because of their age. */
    static AuditRecord dropped(Instant at, Link last) {
        String number = Long.toString(last.number());
        return new AuditRecord(List.of(at.toString(), "dropped", "", "", "", number, last.hash(), "", ""));
    }

    /**
     * The hash that chains this record to the one before. Every part is preceded by its length, so that no two different
     * rows give the same bytes.
     */
    String hash(long number, String previous) {
        MessageDigest sha = sha256();
        feed(sha, Long.toString(number));
        feed(sha, previous);
        fields.forEach(field -> feed(sha, field));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void feed(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
