package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The in-memory store, written by a broken trail. */
final class BrokenStore implements SimulatedStore {
    private final InMemoryStore sound;
    private final BrokenTrail broken;
    private final AtomicInteger openers = new AtomicInteger();
    private Optional<Tampering> tampering = Optional.empty();

    BrokenStore(InMemoryStore sound, BrokenTrail broken) {
        this.sound = sound;
        this.broken = broken;
    }

    InMemoryStore sound() {
        return sound;
    }

    /** How many trails are open. */
    AtomicInteger openers() {
        return openers;
    }

    boolean suffered(Class<? extends Tampering> kind) {
        return tampering.filter(kind::isInstance).isPresent();
    }

    @Override
    public AuditTrail open() {
        return broken.over(sound.open(), this);
    }

    @Override
    public List<AuditTrail.Entry> entries() {
        return sound.entries();
    }

    @Override
    public void tamper(Tampering how) {
        tampering = Optional.of(how);
        sound.tamper(how);
    }

    @Override
    public Hold hold() {
        return sound.hold();
    }

    @Override
    public void damage() {
        sound.damage();
    }

    @Override
    public Object content() {
        return sound.content();
    }

    @Override
    public String place() {
        return sound.place();
    }

    @Override
    public void close() {
        sound.close();
    }
}
