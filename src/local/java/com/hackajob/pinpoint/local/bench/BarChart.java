package com.hackajob.pinpoint.local.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Bars beside each other, from least to most as a line over each, as SVG that reads on light and on dark pages.
 *
 * @param note what is counted, and in what unit
 */
record BarChart(String title, String note, int decimals, List<Bar> bars) {

    private static final int WIDTH = 820;
    private static final int LABELS = 270;
    private static final int LONGEST = 420;
    private static final int HEAD = 66;
    private static final int ROW = 40;
    private static final int BAR = 22;

    /** @param isOurs whether it is the product's, and stands out */
    record Bar(String label, Distribution value, boolean isOurs) {

        static Bar of(Contender.Kind kind, Distribution value) {
            return new Bar(kind.label(), value, kind.isOurs());
        }
    }

    BarChart {
        bars = List.copyOf(bars);
    }

    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
                <title>%3$s</title>
                <style>
                text { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 15px; fill: #1f2328 }
                .title { font-size: 18px; font-weight: 600 }
                .note { font-size: 13px; fill: #59636e }
                .ours { fill: #0969da }
                .peer { fill: #afb8c1 }
                .span { stroke: #1f2328; stroke-width: 1.5; fill: none }
                @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 }
                .note { fill: #9198a1 }
                .ours { fill: #4493f8 }
                .peer { fill: #656c76 }
                .span { stroke: #e6edf3 }
                }
                </style>
                <text x="16" y="28" class="title">%3$s</text>
                <text x="16" y="50" class="note">%4$s</text>
                %5$s
                </svg>
                """.formatted(WIDTH, HEAD + ROW * bars.size() + 10, escaped(title), escaped(note), rows());
    }

    private String rows() {
        return IntStream.range(0, bars.size())
                .mapToObj(index -> row(bars.get(index), HEAD + ROW * index))
                .collect(joining("\n"));
    }

    private String row(Bar bar, int top) {
        double middle = top + BAR / 2.0;
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%.1f" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="%d" rx="2" class="%s"/>
                %s<text x="%.1f" y="%.1f">%s</text>""",
                LABELS - 10,
                middle + 5,
                escaped(bar.label()),
                LABELS,
                top,
                length(bar.value().median()),
                BAR,
                bar.isOurs() ? "ours" : "peer",
                span(bar.value(), middle),
                end(Math.max(bar.value().high(), bar.value().median())) + 10,
                middle + 5,
                Distribution.number(bar.value().median(), decimals));
    }

    /** Nothing where all measured the same. */
    private String span(Distribution value, double middle) {
        double from = end(value.low());
        double to = end(value.high());
        return value.low() == value.high()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<path d=\"M%1$.1f %2$.1fH%3$.1fM%1$.1f %4$.1fv8M%3$.1f %4$.1fv8\" class=\"span\"/>\n",
                        from,
                        middle,
                        to,
                        middle - 4);
    }

    private double end(double value) {
        return LABELS + length(value);
    }

    /** The largest of all fills the width; what is below zero, as a difference may be, has no length. */
    private double length(double value) {
        double most = bars.stream().mapToDouble(bar -> bar.value().high()).max().orElse(0);
        return most <= 0 ? 0 : Math.max(0, value) / most * LONGEST;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
