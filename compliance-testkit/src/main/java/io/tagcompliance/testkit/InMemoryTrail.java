package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.testkit.InMemoryStore.Row;
import io.tagcompliance.testkit.Tampering.Field;
import java.util.Map;

/** An opener of {@link InMemoryStore}. */
final class InMemoryTrail implements AuditTrail {
    private final InMemoryStore store;

    InMemoryTrail(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void intent(Intent intent) {
        append(Map.of(
                Field.KIND, "intent",
                Field.CORRELATION_ID, intent.correlationId(),
                Field.CALLER, intent.caller(),
                Field.TOOL, intent.tool(),
                Field.ARGUMENTS, intent.arguments(),
                Field.ARGUMENTS_DIGEST, intent.argumentsDigest()));
    }

    @Override
    public void result(Result result) {
        append(Map.of(
                Field.KIND, "result",
                Field.CORRELATION_ID, result.correlationId(),
                Field.OUTCOME, result.outcome(),
                Field.TOOK, result.took().toString()));
    }

    private void append(Map<Field, String> fields) {
        store.inTurn(open -> {
            open.append(fields);
            return fields;
        });
    }

    @Override
    public Verification verify() {
        return store.inTurn(InMemoryTrail::verified);
    }

    private static Verification verified(InMemoryStore store) {
        if (store.isEmptied()) {
            return new Verification.Broken(1, "is missing, with every other");
        }
        Row last = Row.BEGINNING;
        for (Row row : store.rows()) {
            long number = last.number() + 1;
            if (row.number() != number || !row.previous().equals(last.seal()) || !row.isSealed()) {
                return new Verification.Broken(number, "is not the one that was written");
            }
            last = row;
        }
        if (!last.equals(store.newest())) {
            return new Verification.Broken(last.number() + 1, "is missing at the end");
        }
        return last.equals(Row.BEGINNING) ? new Verification.Absent() : new Verification.Intact(last.number());
    }

    @Override
    public void close() {
        // It holds nothing but the store, which is the test's.
    }
}
