package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.ReportAnswer.TrendPoint;
import io.tagcompliance.server.tool.answer.ReportAnswer.TrendRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.owasp.encoder.Encode;

/** Charts as SVG. Colours are classes of the page, so that they follow its light and dark. */
final class Charts {
    private static final int WIDTH = 720;
    private static final int LABEL = 190;
    private static final int ROW = 26;
    private static final int HEIGHT = 160;
    private static final int MARGIN = 36;
    private static final int WIDTH_OF_A_LETTER = 7;

    private Charts() {}

    /**
     * A part of a whole.
     *
     * @param colour a class of the page
     */
    record Share(String name, int count, String colour) {}

    /**
     * A bar.
     *
     * @param shown its value in words
     */
    record Bar(String name, double value, String shown, String colour) {}

    /** One bar, divided. */
    static String shares(List<Share> shares) {
        int all = shares.stream().mapToInt(Share::count).sum();
        if (all == 0) {
            return "";
        }
        StringBuilder svg = open(ROW + 22, "Resources: what became of them");
        double at = 0;
        for (Share share : shares) {
            double width = (double) WIDTH * share.count() / all;
            svg.append(rect(at, 0, width, share.colour()));
            at += width;
        }
        double x = 0;
        for (Share share : shares) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.0f\" y=\"%d\" width=\"10\" height=\"10\"/>",
                    share.colour(),
                    x,
                    ROW + 8));
            String words = share.name() + ": " + Words.count(share.count());
            svg.append(text(x + 16, ROW + 17, words));
            x += 30 + WIDTH_OF_A_LETTER * words.length();
        }
        return svg.append("</svg>\n").toString();
    }

    /** A bar for each, from zero; those below it are drawn as they are, and said in words. */
    static String bars(List<Bar> bars) {
        double most =
                bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(0);
        StringBuilder svg = open(bars.size() * ROW, "Spend by bucket");
        int y = 0;
        for (Bar bar : bars) {
            double width = most == 0 ? 0 : (WIDTH - LABEL - 140.0) * Math.abs(bar.value()) / most;
            svg.append(text(0, y + 17, bar.name()));
            svg.append(rect(LABEL, y + 3.0, width, bar.colour()));
            svg.append(text(LABEL + width + 8, y + 17, bar.shown()));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    /**
     * A line of scores by day, from 0 to 100 %, broken where {@link ScoreRuns} says. Days of which only a part was read are
     * marked on the ground: they have no height.
     */
    static String line(TrendRow trend) {
        StringBuilder svg = open(HEIGHT + MARGIN, "Score over time");
        for (int percent = 0; percent <= 100; percent += 50) {
            double y = y(percent / 100.0);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    MARGIN,
                    WIDTH - MARGIN,
                    y,
                    y));
            svg.append(text(0, y + 4, percent + " %"));
        }
        Days days = Days.of(trend.points(), trend.partialDays());
        Stream<String> scoreless = Stream.concat(trend.partialDays().stream(), trend.otherPolicyDays().stream());
        ScoreRuns.of(trend.points(), scoreless).forEach(run -> svg.append(run(run, days)));
        trend.partialDays().forEach(day -> svg.append(dot("partial", days.x(LocalDate.parse(day)), HEIGHT)));
        svg.append(text(MARGIN, HEIGHT + 20.0, days.first().toString()));
        svg.append(text(WIDTH - MARGIN - 76.0, HEIGHT + 20.0, days.last().toString()));
        return svg.append("</svg>\n").toString();
    }

    /** What the width of a chart stands for. */
    private record Days(LocalDate first, LocalDate last) {
        static Days of(List<TrendPoint> points, List<String> others) {
            TreeSet<LocalDate> days = Stream.concat(points.stream().map(TrendPoint::date), others.stream())
                    .map(LocalDate::parse)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Days(days.first(), days.last());
        }

        double x(LocalDate day) {
            double all = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return MARGIN + (WIDTH - 2.0 * MARGIN) * ChronoUnit.DAYS.between(first, day) / all;
        }
    }

    private static double y(double score) {
        return HEIGHT - score * (HEIGHT - 12);
    }

    private static String run(List<TrendPoint> run, Days days) {
        if (run.size() == 1) {
            TrendPoint alone = run.getFirst();
            return dot("point", days.x(LocalDate.parse(alone.date())), y(alone.complianceScore()));
        }
        String path = run.stream()
                .map(point -> String.format(
                        Locale.ROOT, "%.1f,%.1f", days.x(LocalDate.parse(point.date())), y(point.complianceScore())))
                .collect(Collectors.joining(" "));
        return "<polyline class=\"trend\" points=\"" + path + "\"/>";
    }

    private static String dot(String colour, double x, double y) {
        return String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", colour, x, y);
    }

    private static StringBuilder open(int height, String title) {
        return new StringBuilder("<svg role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"%s\">"
                .formatted(WIDTH, height, Encode.forHtmlAttribute(title)));
    }

    private static String rect(double x, double y, double width, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"20\"/>",
                colour,
                x,
                y,
                Math.max(width, 0.5));
    }

    private static String text(double x, double y, String words) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, Encode.forXml(words));
    }
}
