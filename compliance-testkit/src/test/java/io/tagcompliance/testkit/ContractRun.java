package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Locale;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A contract, run on a broken subject. */
record ContractRun(Events tests) {
    static ContractRun of(Class<?> subject) {
        return new ContractRun(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(subject))
                .execute()
                .testEvents());
    }

    /** The guarantee, as in {@code G01}, and how many there are. */
    void assertFailsOnly(String guarantee, int all) {
        assertThat(tests.failed().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName())
                        .map(name -> name.substring(0, 3).toUpperCase(Locale.ROOT)))
                .containsExactly(guarantee);
        assertThat(tests.succeeded().count()).isEqualTo(all - 1);
    }
}
