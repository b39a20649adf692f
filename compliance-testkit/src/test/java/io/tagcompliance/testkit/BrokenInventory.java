package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.Cloud;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An inventory that keeps every guarantee but one. */
@SuppressWarnings("ImmutableEnumChecker") // a broken inventory is remade for each test
enum BrokenInventory {
    /** Drops the last page. */
    G01 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, new Forwarding(sink) {
                @Override
                public void page(List<Resource> page) {
                    if (page.size() != ContractEstate.PAGED % 10) {
                        super.page(page);
                    }
                }
            });
        }
    },
    /** Takes a page that repeats for the end. */
    G02 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, without(Kind.BROKEN_PAGING, sink));
        }
    },
    /** Lists what carries tags. */
    G03 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, new Forwarding(sink) {
                @Override
                public void page(List<Resource> page) {
                    super.page(page.stream()
                            .filter(resource -> !resource.tags().equals(TagReading.known(Map.of())))
                            .toList());
                }
            });
        }
    },
    /** Takes unknown tags for none. */
    G04 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(
                    scope,
                    retagging(sink, tags -> tags instanceof TagReading.Unknown ? TagReading.known(Map.of()) : tags));
        }
    },
    /** Lower-cases keys. */
    G05 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, retagging(sink, BrokenInventory::lowerCased));
        }
    },
    /** Ignores the region of the scope. */
    G06 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(new Scope(scope.clouds(), scope.accounts(), Set.of(), scope.types()), sink);
        }
    },
    /** Swallows a denial. */
    G07 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, without(Kind.ACCESS_DENIED, sink));
        }
    },
    /** Finds nothing of a type that it doesn't know. */
    G08 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            if (sound.reach().types().containsAll(scope.types())) {
                sound.scan(scope, sink);
            }
        }
    },
    /** Gives up when it is throttled. */
    G09 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, sink);
            if (throttled) {
                sink.gap(gap(Kind.THROTTLED, "slow down"));
            }
        }
    },
    /** Calls expired credentials an outage. */
    G10 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, new Forwarding(sink) {
                @Override
                public void gap(ScanGap gap) {
                    super.gap(
                            gap.failure().kind() == Kind.UNAUTHENTICATED
                                    ? BrokenInventory.gap(Kind.UNAVAILABLE, "down")
                                    : gap);
                }
            });
        }
    },
    /** Repeats the secret. */
    G11 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, new Forwarding(sink) {
                @Override
                public void gap(ScanGap gap) {
                    super.gap(BrokenInventory.gap(gap.failure().kind(), "rejected: " + secret));
                }
            });
        }
    },
    /** Loses pages where two scans meet. */
    G12 {
        private final AtomicInteger running = new AtomicInteger();

        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            running.incrementAndGet();
            try {
                Thread.sleep(50);
                sound.scan(scope, running.get() == 1 ? sink : firstOfEachPage(sink));
                Thread.sleep(50);
            } finally {
                running.decrementAndGet();
            }
        }

        private static ScanSink firstOfEachPage(ScanSink sink) {
            return new Forwarding(sink) {
                @Override
                public void page(List<Resource> page) {
                    super.page(page.subList(0, 1));
                }
            };
        }
    },
    /** Waits for the cloud, whatever its caller wants. */
    G13 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            if (stalled) {
                long end = System.nanoTime() + 4_000_000_000L;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            } else {
                sound.scan(scope, sink);
            }
        }
    },
    /** Lists global resources in every region. */
    G14 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, new Forwarding(sink) {
                @Override
                public void page(List<Resource> page) {
                    super.page(page);
                    super.page(page.stream()
                            .filter(resource ->
                                    resource.location().region().text().equals("global"))
                            .toList());
                }
            });
        }
    },
    /** Takes what it may not see for absent. */
    G15 {
        @Override
        List<Finding> find(ResourceInventory sound, List<ResourceId> ids) throws InterruptedException {
            return sound.find(ids).stream()
                    .map(finding -> finding instanceof Finding.Unreadable ? new Finding.Absent(finding.id()) : finding)
                    .toList();
        }
    },
    /** Goes on after it was closed. */
    G16 {
        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            try {
                sound.scan(scope, sink);
            } catch (IllegalStateException closed) {
                sink.planned(List.of());
            }
        }
    },
    /** Gives another order each time. */
    G17 {
        private final Random order = new Random(7);

        @Override
        void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
            sound.scan(scope, new Forwarding(sink) {
                @Override
                public void page(List<Resource> page) {
                    List<Resource> shuffled = new ArrayList<>(page);
                    Collections.shuffle(shuffled, order);
                    super.page(shuffled);
                }
            });
        }
    };

    volatile boolean throttled;
    volatile boolean stalled;
    String secret = "";

    void scan(ResourceInventory sound, Scope scope, ScanSink sink) throws InterruptedException {
        sound.scan(scope, sink);
    }

    List<Finding> find(ResourceInventory sound, List<ResourceId> ids) throws InterruptedException {
        return sound.find(ids);
    }

    /** The in-memory cloud, read by this broken inventory. */
    SimulatedCloud cloud() {
        throttled = false;
        stalled = false;
        InMemoryCloud sound = InMemoryCloud.withContractEstate();
        secret = sound.secret();
        return new BrokenCloud(sound, this);
    }

    private static ScanGap gap(Kind kind, String remedy) {
        ReadFailure failure = new ReadFailure(kind, "memory:ListResources", remedy);
        return new ScanGap(new Extent.OfCloud(Cloud.AWS), failure, ScanGap.Kept.NOTHING);
    }

    private static ScanSink without(Kind kind, ScanSink sink) {
        return new Forwarding(sink) {
            @Override
            public void gap(ScanGap gap) {
                if (gap.failure().kind() != kind) {
                    super.gap(gap);
                }
            }
        };
    }

    private static ScanSink retagging(ScanSink sink, UnaryOperator<TagReading> change) {
        return new Forwarding(sink) {
            @Override
            public void page(List<Resource> page) {
                super.page(page.stream()
                        .map(resource -> retagged(resource, change.apply(resource.tags())))
                        .toList());
            }
        };
    }

    private static Resource retagged(Resource resource, TagReading tags) {
        return new Resource(
                resource.id(), resource.type(), resource.location(), resource.name(), tags, resource.creation());
    }

    private static TagReading lowerCased(TagReading tags) {
        if (!(tags instanceof TagReading.Known known)) {
            return tags;
        }
        Map<String, String> lower = new LinkedHashMap<>();
        known.tags().asMap().forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return TagReading.known(lower);
    }
}
