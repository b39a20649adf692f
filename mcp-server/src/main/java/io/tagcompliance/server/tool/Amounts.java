package io.tagcompliance.server.tool;

import io.tagcompliance.core.cost.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes amounts. */
final class Amounts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    /** Every digit, without zeros that say nothing. */
    static BigDecimal exact(Money money) {
        return plain(money.amount());
    }

    /** Without zeros behind the point that say nothing, and never with an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A share of 0 to 1, to four digits. */
    static BigDecimal share(BigDecimal share) {
        return plain(share.setScale(4, RoundingMode.HALF_EVEN));
    }

    /** A share of 0 to 1 as a percentage, to two digits. */
    static BigDecimal percent(BigDecimal share) {
        return plain(share.multiply(HUNDRED).setScale(2, RoundingMode.HALF_EVEN));
    }

    /** For a sentence: to the cent. */
    static String sentence(Money money) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
    }
}
