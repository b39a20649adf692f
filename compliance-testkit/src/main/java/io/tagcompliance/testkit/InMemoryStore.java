package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.AuditTrail.Entry;
import io.tagcompliance.core.spi.AuditTrail.Intent;
import io.tagcompliance.core.spi.AuditTrail.Result;
import io.tagcompliance.testkit.Tampering.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The store of an audit trail in memory, for tests of what records calls: it can be held, tampered with and damaged. */
public final class InMemoryStore implements SimulatedStore {
    private static final String PLACE = "memory://s3cr3t@store";
    private static final Row EMPTIED = new Row(-1, Map.of(), "", "");
    private static final Duration LONGEST_WAIT = Duration.ofMillis(300);

    private final List<Row> rows = new ArrayList<>();
    private final Semaphore turn = new Semaphore(1);
    private Row newest = Row.BEGINNING;
    private String condition = "sound";

    /** A record, chained to the one before. */
    record Row(long number, Map<Field, String> fields, String previous, String seal) {
        static final Row BEGINNING = new Row(0, Map.of(), "", "");

        static Row after(Row before, Map<Field, String> fields) {
            long number = before.number() + 1;
            return new Row(number, fields, before.seal(), sealOf(number, fields, before.seal()));
        }

        boolean isSealed() {
            return seal.equals(sealOf(number, fields, previous));
        }

        private static String sealOf(long number, Map<Field, String> fields, String previous) {
            return Integer.toHexString(
                    List.of(number, new EnumMap<>(fields), previous).hashCode());
        }

        Row numbered(long other) {
            return new Row(other, fields, previous, seal);
        }
    }

    @Override
    public AuditTrail open() {
        return new InMemoryTrail(this);
    }

    /** Work on the rows by one trail at a time. */
    @FunctionalInterface
    interface Work<T> {
        T on(InMemoryStore store);
    }

    <T> T inTurn(Work<T> work) {
        if (!taken()) {
            throw new AuditTrail.Unavailable("the store is busy", new IllegalStateException());
        }
        try {
            if (isDamaged()) {
                throw new AuditTrail.Corrupt("the store is damaged", new IllegalStateException());
            }
            return work.on(this);
        } finally {
            turn.release();
        }
    }

    private boolean taken() {
        try {
            return turn.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void append(Map<Field, String> fields) {
        newest = Row.after(newest, fields);
        rows.add(newest);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    Row newest() {
        return newest;
    }

    boolean isHeld() {
        return turn.availablePermits() == 0;
    }

    boolean isDamaged() {
        return !condition.equals("sound");
    }

    /** Leaves a trace, as somebody does who repairs what he should keep. */
    void scribble() {
        condition = condition + ", scribbled on";
    }

    @Override
    public List<Entry> entries() {
        return rows().stream().map(InMemoryStore::entry).toList();
    }

    private static Entry entry(Row row) {
        Map<Field, String> fields = row.fields();
        String id = fields.getOrDefault(Field.CORRELATION_ID, "");
        return fields.getOrDefault(Field.KIND, "").equals("intent")
                ? new Intent(
                        id,
                        fields.getOrDefault(Field.CALLER, ""),
                        fields.getOrDefault(Field.TOOL, ""),
                        fields.getOrDefault(Field.ARGUMENTS, ""),
                        fields.getOrDefault(Field.ARGUMENTS_DIGEST, ""))
                : new Result(
                        id,
                        fields.getOrDefault(Field.OUTCOME, ""),
                        Duration.parse(fields.getOrDefault(Field.TOOK, "PT0S")));
    }

    @Override
    public void tamper(Tampering tampering) {
        switch (tampering) {
            case Tampering.Changed changed -> change(at(changed.record()), changed.field());
            case Tampering.TakenOut out -> rows.remove(at(out.record()));
            case Tampering.Swapped swapped -> swap(at(swapped.record()), at(swapped.other()));
            case Tampering.PutIn in -> putIn(at(in.copyOf()));
            case Tampering.CutOff end ->
                rows.subList(rows.size() - (int) end.records(), rows.size()).clear();
            case Tampering.Emptied all -> {
                rows.clear();
                newest = EMPTIED;
            }
        }
    }

    /** Whether the note of the newest row is gone with the rows. */
    boolean isEmptied() {
        return newest.equals(EMPTIED);
    }

    private static int at(long record) {
        return (int) record - 1;
    }

    private void change(int at, Field field) {
        Row row = rows.get(at);
        Map<Field, String> fields = new EnumMap<>(row.fields());
        fields.merge(field, "x", String::concat);
        rows.set(at, new Row(row.number(), fields, row.previous(), row.seal()));
    }

    private void swap(int one, int other) {
        Row first = rows.get(one);
        Row second = rows.get(other);
        rows.set(one, second.numbered(first.number()));
        rows.set(other, first.numbered(second.number()));
    }

    private void putIn(int copyOf) {
        rows.add(copyOf + 1, rows.get(copyOf));
        for (int at = 0; at < rows.size(); at++) {
            rows.set(at, rows.get(at).numbered(at + 1L));
        }
    }

    @Override
    public Hold hold() {
        turn.acquireUninterruptibly();
        return turn::release;
    }

    @Override
    public void damage() {
        condition = "damaged";
    }

    @Override
    public Object content() {
        return List.of(rows(), newest, condition);
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public void close() {
        rows.clear();
    }
}
