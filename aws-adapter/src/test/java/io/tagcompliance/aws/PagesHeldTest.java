package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.spi.ScanSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a scan holds of the answers that it got, whatever their size: the page that each chain is at, and nothing of those
 * before it. One type is scanned at a time, so that two chains at most are under way, its list and its tags.
 */
@Timeout(120)
class PagesHeldTest {
    private static final int EACH = 12;

    /** That of the list, that of what it lies in or is described by, and that of the tags. */
    private static final int AT_ONCE = 3;

    private final AwsLab lab = new AwsLab(LabEstate.ofEverything(EACH));
    private final LabFollower follower = new LabFollower();
    private final AwsCloud cloud =
            AwsCloud.of(new AwsSettings(Set.of(LabEstate.VIRGINIA)), follower.on(lab.connection()));

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    /** What was held when the last resources of a type came, while it was still being read. */
    private record Looked(String type, int answers, int largest, int held) {
        boolean isPaged() {
            return answers >= 4;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void answers_that_were_read_are_let_go_of_whatever_the_size_of_a_page(int size) throws Exception {
        lab.paging().ofSize(size);
        List<Looked> looked = new ArrayList<>();
        for (AwsType type : AwsTypes.ALL) {
            looked.add(look(type.type().name()));
        }

        assertThat(looked).filteredOn(Looked::isPaged).hasSizeGreaterThan(75);
        assertThat(looked).allSatisfy(one -> assertThat(one.held())
                .as(one.toString())
                .isLessThanOrEqualTo(AT_ONCE * one.largest()));
    }

    private Looked look(String type) throws InterruptedException {
        AtTheEnd sink = new AtTheEnd(follower);
        follower.forget();
        cloud.inventory().scan(AwsLabTest.of(type), sink);
        assertThat(sink.resources).as(type).isEqualTo(EACH);
        return new Looked(type, follower.answers(), follower.largest(), sink.held);
    }

    /** Counts resources, and looks when the last ones come. */
    private static final class AtTheEnd implements ScanSink {
        private final LabFollower follower;
        private int resources;
        private int held;

        AtTheEnd(LabFollower follower) {
            this.follower = follower;
        }

        @Override
        public synchronized void page(List<Resource> resources) {
            this.resources += resources.size();
            if (this.resources == EACH) {
                held = follower.held();
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
