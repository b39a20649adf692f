package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.ScanKey.Reader;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A cache that keeps every guarantee but one. */
enum BrokenCache {
    /** Takes a scan without resources for none. */
    G01 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public Optional<Scan> get(ScanKey key) {
                    return super.get(key).filter(scan -> !scan.resources().isEmpty());
                }
            };
        }
    },
    /** Counts in whole minutes. */
    G02 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public void put(Scan scan, Duration keep) {
                    super.put(scan, Duration.ofMinutes(keep.plusSeconds(59).toMinutes()));
                }
            };
        }
    },
    /** Keeps longer what is asked for. */
    G03 {
        @Override
        ScanCache over(InMemoryCache sound) {
            Map<ScanKey, Duration> times = new ConcurrentHashMap<>();
            return new ForwardingCache(sound) {
                @Override
                public Optional<Scan> get(ScanKey key) {
                    Optional<Scan> found = super.get(key);
                    found.ifPresent(scan -> super.put(scan, times.getOrDefault(key, Duration.ZERO)));
                    return found;
                }

                @Override
                public void put(Scan scan, Duration keep) {
                    times.put(scan.key(), keep);
                    super.put(scan, keep);
                }
            };
        }
    },
    /** Leaves a newer scan the time of the one before, where that was shorter. */
    G04 {
        @Override
        ScanCache over(InMemoryCache sound) {
            Map<ScanKey, Duration> times = new ConcurrentHashMap<>();
            return new ForwardingCache(sound) {
                @Override
                public void put(Scan scan, Duration keep) {
                    super.put(scan, times.merge(scan.key(), keep, BrokenCache::shorter));
                }
            };
        }
    },
    /** Doesn't look at the tenant. */
    G05 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public Optional<Scan> get(ScanKey key) {
                    Reader reader = new Reader(
                            "tenant", key.reader().caller(), key.reader().estate());
                    return super.get(key).or(() -> super.get(new ScanKey(reader, key.scope())));
                }
            };
        }
    },
    /** Gives unknown tags back as none. */
    G06 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public Optional<Scan> get(ScanKey key) {
                    return super.get(key)
                            .map(scan -> with(
                                    scan,
                                    scan.resources().stream()
                                            .map(BrokenCache::untagged)
                                            .toList()));
                }
            };
        }
    },
    /** Gives back no more than ten thousand resources. */
    G07 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public Optional<Scan> get(ScanKey key) {
                    return super.get(key)
                            .map(scan -> with(
                                    scan,
                                    scan.resources().stream().limit(10_000).toList()));
                }
            };
        }
    },
    /** Takes a scan away before it puts the next one in. */
    G08 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public void put(Scan scan, Duration keep) {
                    super.put(scan, Duration.ZERO);
                    LockSupport.parkNanos(100_000);
                    super.put(scan, keep);
                }
            };
        }
    },
    /** Takes no time for a long time. */
    G09 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public void put(Scan scan, Duration keep) {
                    super.put(scan, keep.isZero() ? Duration.ofDays(1) : keep);
                }
            };
        }
    },
    /** Throws where the store can't be asked. */
    G10 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                private boolean unreachable;

                @Override
                public Optional<Scan> get(ScanKey key) {
                    return super.get(key).or(() -> {
                        if (unreachable) {
                            throw new IllegalStateException("connection refused");
                        }
                        return Optional.empty();
                    });
                }

                @Override
                void suffer(CacheTrouble trouble) {
                    unreachable |= trouble instanceof CacheTrouble.Unreachable;
                }
            };
        }
    },
    /** Never asks a store again that once failed. */
    G11 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                private boolean givenUp;

                @Override
                public void put(Scan scan, Duration keep) {
                    if (!givenUp) {
                        super.put(scan, keep);
                    }
                }

                @Override
                void suffer(CacheTrouble trouble) {
                    givenUp |= trouble instanceof CacheTrouble.Unreachable;
                }
            };
        }
    },
    /** Fails on what it can't read. */
    G12 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                private boolean unreadable;

                @Override
                public Optional<Scan> get(ScanKey key) {
                    if (unreadable) {
                        throw new IllegalStateException("not a scan");
                    }
                    return super.get(key);
                }

                @Override
                void suffer(CacheTrouble trouble) {
                    unreadable |= trouble instanceof CacheTrouble.Unreadable;
                }
            };
        }
    },
    /** Gives out whatever lies under a key. */
    G13 {
        @Override
        ScanCache over(InMemoryCache sound) {
            return new ForwardingCache(sound) {
                @Override
                public Optional<Scan> get(ScanKey key) {
                    return sound.raw(key);
                }
            };
        }
    };

    /** The broken cache over a sound one. */
    abstract ScanCache over(InMemoryCache sound);

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Resource untagged(Resource resource) {
        return resource.tags() instanceof TagReading.Known
                ? resource
                : new Resource(
                        resource.id(),
                        resource.type(),
                        resource.location(),
                        resource.name(),
                        TagReading.known(Map.of()),
                        resource.creation());
    }

    private static Scan with(Scan scan, List<Resource> resources) {
        return new Scan(scan.id(), scan.key(), scan.takenAt(), resources, scan.gaps(), scan.censuses(), scan.regions());
    }
}
