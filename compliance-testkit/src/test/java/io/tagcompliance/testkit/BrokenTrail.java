package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Entry;
import io.tagcompliance.core.spi.AuditTrail.Intent;
import io.tagcompliance.core.spi.AuditTrail.Result;
import io.tagcompliance.core.spi.AuditTrail.Unavailable;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A trail that keeps every guarantee but one. */
enum BrokenTrail {
    /** Keeps a result back until the next record or the end. */
    G01 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                private Optional<Result> kept = Optional.empty();

                @Override
                synchronized void write(Entry entry) {
                    writeKept();
                    if (entry instanceof Result result) {
                        verify();
                        kept = Optional.of(result);
                    } else {
                        super.write(entry);
                    }
                }

                private void writeKept() {
                    kept.ifPresent(super::write);
                    kept = Optional.empty();
                }

                @Override
                public synchronized void close() {
                    writeKept();
                }
            };
        }
    },
    /** Has no room for times over a minute. */
    G02 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    super.write(
                            entry instanceof Result result
                                    ? new Result(result.correlationId(), result.outcome(), cut(result.took()))
                                    : entry);
                }
            };
        }
    },
    /** Doubles quotes, as who puts statements together. */
    G03 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    super.write(
                            entry instanceof Intent intent
                                    ? new Intent(
                                            intent.correlationId(),
                                            intent.caller(),
                                            intent.tool(),
                                            intent.arguments().replace("'", "''"),
                                            intent.argumentsDigest())
                                    : entry);
                }
            };
        }
    },
    /** Loses a record where another thread is writing one. */
    G04 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            AtomicInteger writing = new AtomicInteger();
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    boolean alone = writing.incrementAndGet() == 1;
                    try {
                        pause();
                        if (alone || store.sound().isHeld()) {
                            super.write(entry);
                        }
                    } finally {
                        writing.decrementAndGet();
                    }
                }
            };
        }
    },
    /** Loses records where another has opened the store too. */
    G05 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            boolean alone = store.openers().incrementAndGet() == 1;
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    pause();
                    if (alone) {
                        super.write(entry);
                    }
                }

                @Override
                public void close() {
                    store.openers().decrementAndGet();
                }
            };
        }
    },
    /** Takes changed fields for what was written. */
    G06 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return blindTo(sound, store, Tampering.Changed.class);
        }
    },
    /** Doesn't see a record put in. */
    G07 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return blindTo(sound, store, Tampering.PutIn.class);
        }
    },
    /** Takes the last record that it finds for the newest. */
    G08 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return blindTo(sound, store, Tampering.CutOff.class);
        }
    },
    /** Says nothing where it couldn't record. */
    G09 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    try {
                        super.write(entry);
                    } catch (Unavailable busy) {
                        if (Thread.currentThread().isInterrupted()) {
                            throw busy;
                        }
                    }
                }
            };
        }
    },
    /** Never tries again what failed once. */
    G10 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                private Optional<Unavailable> failed = Optional.empty();

                @Override
                void write(Entry entry) {
                    if (failed.isPresent()) {
                        throw failed.get();
                    }
                    try {
                        super.write(entry);
                    } catch (Unavailable busy) {
                        failed = Optional.of(busy);
                        throw busy;
                    }
                }
            };
        }
    },
    /** Calls damage a passing trouble. */
    G11 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    try {
                        super.write(entry);
                    } catch (Corrupt damaged) {
                        throw new Unavailable("try again later", damaged);
                    }
                }
            };
        }
    },
    /** Lays hands on what is damaged. */
    G12 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    try {
                        super.write(entry);
                    } catch (Corrupt damaged) {
                        store.sound().scribble();
                        throw damaged;
                    }
                }
            };
        }
    },
    /** Takes no trail for an intact one. */
    G13 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                public Verification verify() {
                    Verification found = super.verify();
                    return found instanceof Verification.Absent ? new Verification.Intact(0) : found;
                }
            };
        }
    },
    /** Tells where the store is. */
    G14 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    try {
                        super.write(entry);
                    } catch (Unavailable busy) {
                        throw new Unavailable("can't write " + store.place(), busy);
                    }
                }
            };
        }
    },
    /** Swallows an interruption. */
    G15 {
        @Override
        AuditTrail over(AuditTrail sound, BrokenStore store) {
            return new ForwardingTrail(sound) {
                @Override
                void write(Entry entry) {
                    try {
                        super.write(entry);
                    } catch (Unavailable busy) {
                        Thread.interrupted();
                        throw busy;
                    }
                }
            };
        }
    };

    /** The broken trail over a sound one. */
    abstract AuditTrail over(AuditTrail sound, BrokenStore store);

    private static AuditTrail blindTo(AuditTrail sound, BrokenStore store, Class<? extends Tampering> kind) {
        return new ForwardingTrail(sound) {
            @Override
            public Verification verify() {
                Verification found = super.verify();
                return store.suffered(kind)
                        ? new Verification.Intact(store.entries().size())
                        : found;
            }
        };
    }

    private static Duration cut(Duration took) {
        return took.toMinutes() == 0 ? took : Duration.ofMinutes(1);
    }

    private static void pause() {
        try {
            Thread.sleep(3);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }
}
