package dev.runinprocess.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A drawing of how many times faster ours is: a line for each row, a dot for each setting, and a bar where the target is. The axis is logarithmic, so that twice as fast
 * and half as fast are as far from the peer.
 */
final class Plot {
    private static final int LEFT = 330;
    private static final int WIDTH = 960;
    private static final int RIGHT = 30;
    private static final int TOP = 60;
    private static final int LINE = 30;
    private static final Map<String, String> COLOURS = Map.of(
            "alone", "#1f6feb",
            "free", "#1f6feb",
            "split", "#1f6feb",
            "same", "#d4731b");

    private final Map<Row, List<Result>> rows = new LinkedHashMap<>();
    private final int leastPower;
    private final int mostPower;

    Plot(List<Result> results) {
        List<Result> compared =
                results.stream().filter(result -> result.speedUp().isPresent()).toList();
        double least = 0;
        double most = 0;
        for (Result result : compared) {
            rows.computeIfAbsent(
                    result.row(),
                    row -> compared.stream().filter(other -> other.row() == row).toList());
            double speedUp = Math.log10(result.speedUp().getAsDouble());
            double target = Math.log10(result.row().target().speedUp().orElse(1));
            least = Math.min(least, Math.min(speedUp, target));
            most = Math.max(most, Math.max(speedUp, target));
        }
        leastPower = (int) Math.floor(least);
        mostPower = Math.max((int) Math.ceil(most), leastPower + 1);
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        int height = TOP + rows.size() * LINE + 50;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                height));
        text(svg, LEFT, 22, "start", "How many times faster than the peer; the bar is the target");
        legend(svg);
        axis(svg, height - 50);
        int y = TOP + LINE / 2;
        for (Map.Entry<Row, List<Result>> row : rows.entrySet()) {
            line(svg, y, row.getKey(), row.getValue());
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder svg) {
        dot(svg, LEFT + 5, 41, "#1f6feb", true);
        text(svg, LEFT + 15, 45, "start", "a core each");
        dot(svg, LEFT + 115, 41, "#d4731b", true);
        text(svg, LEFT + 125, 45, "start", "one core for both");
        dot(svg, LEFT + 265, 41, "#555555", false);
        text(svg, LEFT + 275, 45, "start", "hollow: cores busy");
    }

    private void axis(StringBuilder svg, int bottom) {
        for (int power = leastPower; power <= mostPower; power++) {
            double x = x(power);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>%n",
                    x,
                    TOP,
                    x,
                    bottom,
                    power == 0 ? "#555555" : "#dddddd"));
            text(
                    svg,
                    x,
                    bottom + 20,
                    "middle",
                    "×" + (power < 0 ? "0." + "0".repeat(-power - 1) + "1" : "1" + "0".repeat(power)));
        }
    }

    private void line(StringBuilder svg, int y, Row row, List<Result> results) {
        text(svg, LEFT - 12, y + 4, "end", row.title().replace("`", ""));
        OptionalDouble target = row.target().speedUp();
        if (target.isPresent()) {
            double x = x(Math.log10(target.getAsDouble()));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#1a7f37\" stroke-width=\"3\"/>%n",
                    x,
                    y - 10,
                    x,
                    y + 10));
        }
        for (Result result : results) {
            String place = result.setting().placement().name().toLowerCase(Locale.ROOT);
            double x = x(Math.log10(result.speedUp().orElseThrow()));
            dot(
                    svg,
                    x,
                    y,
                    COLOURS.getOrDefault(place, "#555555"),
                    result.setting().load() == Load.IDLE);
        }
    }

    private double x(double power) {
        return LEFT + (power - leastPower) / (mostPower - leastPower) * (WIDTH - LEFT - RIGHT);
    }

    private static void dot(StringBuilder svg, double x, int y, String colour, boolean filled) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" stroke=\"%s\" stroke-width=\"2\" fill=\"%s\"/>%n",
                x,
                y,
                colour,
                filled ? colour : "none"));
    }

    private static void text(StringBuilder svg, double x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" fill=\"#222222\">%s</text>%n",
                x,
                y,
                anchor,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
