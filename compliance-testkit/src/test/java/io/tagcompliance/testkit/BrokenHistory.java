package io.tagcompliance.testkit;

import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.spi.ScanHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A history that keeps every guarantee but one. */
enum BrokenHistory {
    /** Gives points as they came. */
    G01 {
        @Override
        ScanHistory over(ScanHistory sound) {
            return new ForwardingHistory(sound) {
                @Override
                public List<ScanPoint> points(String scope, Instant from) {
                    return super.points(scope, from).reversed();
                }
            };
        }
    },
    /** Takes scopes for equal that differ in blanks. */
    G02 {
        @Override
        ScanHistory over(ScanHistory sound) {
            return new ForwardingHistory(sound) {
                @Override
                public List<ScanPoint> points(String scope, Instant from) {
                    return super.points(scope.strip(), from);
                }
            };
        }
    },
    /** Keeps a scan again under another name. */
    G03 {
        @Override
        ScanHistory over(ScanHistory sound) {
            return new ForwardingHistory(sound) {
                @Override
                public void keep(ScanPoint point) {
                    boolean known = points(point.line().scope(), Instant.EPOCH).contains(point);
                    super.keep(known ? renamed(point) : point);
                }
            };
        }
    },
    /** Forgets what could not be read. */
    G04 {
        @Override
        ScanHistory over(ScanHistory sound) {
            return new ForwardingHistory(sound) {
                @Override
                public void keep(String scope, Snapshot snapshot) {
                    super.keep(
                            scope, new Snapshot(snapshot.scan(), snapshot.takenAt(), snapshot.resources(), List.of()));
                }
            };
        }
    },
    /** Gives the newest for whichever is asked for. */
    G05 {
        @Override
        ScanHistory over(ScanHistory sound) {
            return new ForwardingHistory(sound) {
                @Override
                public Optional<Snapshot> snapshot(String scope, ScanId scan) {
                    List<KeptScan> kept = super.snapshots(scope, Instant.EPOCH);
                    return kept.isEmpty()
                            ? Optional.empty()
                            : super.snapshot(scope, kept.getLast().scan());
                }
            };
        }
    },
    /** Keeps for ever. */
    G06 {
        @Override
        ScanHistory over(ScanHistory sound) {
            List<ScanPoint> all = new ArrayList<>();
            return new ForwardingHistory(sound) {
                @Override
                public synchronized void keep(ScanPoint point) {
                    super.keep(point);
                    all.add(point);
                }

                @Override
                public synchronized List<ScanPoint> points(String scope, Instant from) {
                    List<ScanPoint> kept = new ArrayList<>(super.points(scope, from));
                    all.stream()
                            .filter(point -> point.line().scope().equals(scope) && !kept.contains(point))
                            .filter(point -> kept.stream()
                                    .allMatch(one -> point.takenAt()
                                            .isBefore(one.takenAt().minusSeconds(86_400L * 300))))
                            .filter(point -> !kept.isEmpty())
                            .forEach(point -> kept.addFirst(point));
                    return kept;
                }
            };
        }
    },
    /** Takes everything away when it is closed. */
    G07 {
        @Override
        ScanHistory over(ScanHistory sound) {
            Instant opened = Instant.EPOCH;
            AtomicInteger closings = CLOSINGS;
            int before = closings.get();
            return new ForwardingHistory(sound) {
                @Override
                public List<ScanPoint> points(String scope, Instant from) {
                    return before > 0 && from.equals(opened) ? List.of() : super.points(scope, from);
                }

                @Override
                public void close() {
                    closings.incrementAndGet();
                    super.close();
                }
            };
        }
    },
    /** Loses a point where another thread keeps one. */
    G08 {
        @Override
        ScanHistory over(ScanHistory sound) {
            AtomicInteger keeping = new AtomicInteger();
            return new ForwardingHistory(sound) {
                @Override
                public void keep(ScanPoint point) {
                    boolean alone = keeping.incrementAndGet() == 1;
                    try {
                        Thread.sleep(5);
                        if (alone) {
                            super.keep(point);
                        }
                    } catch (InterruptedException leaving) {
                        Thread.currentThread().interrupt();
                    } finally {
                        keeping.decrementAndGet();
                    }
                }
            };
        }
    },
    /** Keeps quiet where the store can't be used. */
    G09 {
        @Override
        ScanHistory over(ScanHistory sound) {
            return new ForwardingHistory(sound) {
                @Override
                public void keep(ScanPoint point) {
                    try {
                        super.keep(point);
                    } catch (Unavailable hushed) {
                        // As if nothing were.
                    }
                }
            };
        }
    };

    /** Of the store of one test. */
    static final AtomicInteger CLOSINGS = new AtomicInteger();

    private static ScanPoint renamed(ScanPoint point) {
        return new ScanPoint(
                new ScanId(point.scan().text() + " again"),
                point.takenAt(),
                point.line(),
                point.gaps(),
                point.counts(),
                point.attributionGap());
    }

    abstract ScanHistory over(ScanHistory sound);
}
