package io.tagcompliance.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void every_share_of_up_to_two_thousand_is_cut_as_its_decimals_are_written() {
        for (int whole = 1; whole <= 2_000; whole++) {
            for (int part = 0; part <= whole; part += 1 + whole / 50) {
                BigDecimal exact = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 20, RoundingMode.DOWN);
                BigDecimal figure = Shares.figure((double) part / whole);

                assertThat(figure)
                        .as("%d of %d", part, whole)
                        .isEqualByComparingTo(exact.setScale(4, RoundingMode.DOWN));
                assertThat(Shares.percent(figure.doubleValue()))
                        .as("%d of %d", part, whole)
                        .isEqualTo(exact.movePointRight(2).setScale(1, RoundingMode.DOWN) + " %");
            }
        }
    }

    @Test
    void all_but_one_are_not_all() {
        assertThat(Shares.percent(19_999 / 20_000.0)).isEqualTo("99.9 %");
        assertThat(Shares.percent(1)).isEqualTo("100.0 %");
        assertThat(Shares.percent(0.57)).isEqualTo("57.0 %");
        assertThat(Shares.figure(0)).isEqualByComparingTo("0");
    }
}
