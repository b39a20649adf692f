package io.tagcompliance.testkit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract is worth something only if each broken trail fails exactly its own guarantee. */
class ContractCatchesBrokenTrailsTest {
    private static BrokenTrail subject = BrokenTrail.G01;

    @ParameterizedTest
    @EnumSource
    void a_broken_trail_fails_exactly_its_own_guarantee(BrokenTrail broken) {
        subject = broken;

        ContractRun.of(Subject.class).assertFailsOnly(broken.name(), BrokenTrail.values().length);
    }

    /** Nested, so that the build doesn't take it for a test of its own. */
    static class Subject extends AuditTrailContract {
        @Override
        protected SimulatedStore store() {
            return new BrokenStore(new InMemoryStore(), subject);
        }
    }
}
