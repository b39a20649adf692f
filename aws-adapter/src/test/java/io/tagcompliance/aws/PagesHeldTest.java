package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.ScanSink;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a scan holds of the answers that it got: those of calls that are under way, and nothing of any before them, however
 * large a page is.
 */
@Timeout(60)
class PagesHeldTest {
    private static final int EACH = 12;

    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(EACH));
    private final LabFollower follower = new LabFollower();
    private final AwsCloud cloud =
            AwsCloud.of(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)), follower.on(lab.connection()));

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6})
    void answers_that_were_read_are_let_go_of_whatever_the_size_of_a_page(int size) throws Exception {
        lab.paging().ofSize(size);
        Looking sink = new Looking(follower);
        cloud.inventory().scan(AwsLabTest.ALL, sink);

        assertThat(sink.resources).isEqualTo(AwsLabTest.CELLS * EACH);
        assertThat(sink.looks).isGreaterThan(5);
        assertThat(follower.answers()).isGreaterThan(5 * Calls.AT_ONCE);
        assertThat(sink.mostHeld).isLessThanOrEqualTo(Calls.AT_ONCE);
    }

    /** Looks now and then, while other calls are under way, how many answers are still held. */
    private static final class Looking implements ScanSink {
        private final LabFollower follower;
        private int resources;
        private int pages;
        private int looks;
        private int mostHeld;

        Looking(LabFollower follower) {
            this.follower = follower;
        }

        @Override
        public synchronized void page(List<Resource> page) {
            resources += page.size();
            if (++pages % 40 == 0) {
                looks++;
                mostHeld = Math.max(mostHeld, follower.held());
            }
        }

        @Override
        public void planned(Collection<Extent.Cell> cells) {}

        @Override
        public void finished(Extent.Cell cell) {}

        @Override
        public void census(Census census) {}

        @Override
        public void gap(ScanGap gap) {
            throw new AssertionError(gap);
        }
    }
}
