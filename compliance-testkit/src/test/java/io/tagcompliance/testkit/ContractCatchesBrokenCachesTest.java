package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.ScanCache;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract is worth something only if each broken cache fails exactly its own guarantee. */
class ContractCatchesBrokenCachesTest {
    private static BrokenCache subject = BrokenCache.G01;

    @ParameterizedTest
    @EnumSource
    void a_broken_cache_fails_exactly_its_own_guarantee(BrokenCache broken) {
        subject = broken;

        ContractRun.of(Subject.class).assertFailsOnly(broken.name(), BrokenCache.values().length);
    }

    /** Nested, so that the build doesn't take it for a test of its own. */
    static class Subject extends ScanCacheContract {
        @Override
        protected SimulatedCache simulated() {
            InMemoryCache sound = new InMemoryCache();
            return new Broken(sound, subject.over(sound));
        }
    }

    /** The in-memory cache, asked through a broken one. */
    private record Broken(InMemoryCache sound, ScanCache cache) implements SimulatedCache {
        @Override
        public void pass(Duration time) {
            sound.pass(time);
        }

        @Override
        public void inflict(CacheTrouble trouble) {
            if (cache instanceof ForwardingCache broken) {
                broken.suffer(trouble);
            }
            sound.inflict(trouble);
        }

        @Override
        public Set<Class<? extends CacheTrouble>> impossible() {
            return Set.of();
        }

        @Override
        public void recover() {
            sound.recover();
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
