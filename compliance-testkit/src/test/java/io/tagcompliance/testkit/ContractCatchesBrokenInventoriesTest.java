package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract is worth something only if each broken inventory fails exactly its own guarantee. */
class ContractCatchesBrokenInventoriesTest {
    private static BrokenInventory subject = BrokenInventory.G01;

    @ParameterizedTest
    @EnumSource
    void a_broken_inventory_fails_exactly_its_own_guarantee(BrokenInventory broken) {
        subject = broken;
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Subject.class))
                .execute()
                .testEvents();

        assertThat(tests.succeeded().count()).isEqualTo(16);
        assertThat(failedGuarantees(tests)).containsExactly(broken.name());
    }

    private static List<String> failedGuarantees(Events tests) {
        return tests.failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .map(name -> name.substring(0, 3).toUpperCase(Locale.ROOT))
                .toList();
    }

    /** Nested, so that the build doesn't take it for a test of its own. */
    static class Subject extends ResourceInventoryContract {
        @Override
        protected SimulatedCloud cloud() {
            return subject.cloud();
        }
    }
}
