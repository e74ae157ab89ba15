package com.hackajob.pinpoint.local.bench;

import java.util.Optional;

/**
 * What is aimed at: a figure that is not to be exceeded.
 *
 * @param unit after a blank, or empty for a ratio
 * @param measured empty where what it is about was not built
 */
record Target(String what, double limit, String unit, Optional<Double> measured) {

    /** How it came out, and by how much. */
    String verdict() {
        return measured.map(this::verdict).orElse("not built");
    }

    private String verdict(double figure) {
        double percent = Math.abs(figure / limit - 1) * 100;
        return figure <= limit
                ? "reached, %s %% below".formatted(Distribution.number(percent, 0))
                : "missed: %s times the limit".formatted(Distribution.number(figure / limit, 2));
    }

    /** A row of a table in Markdown. */
    String row() {
        return "| %s | ≤ %s%s | %s | %s |"
                .formatted(
                        what,
                        Distribution.number(limit, 1),
                        unit,
                        measured.map(figure -> Distribution.number(figure, 2) + unit)
                                .orElse("–"),
                        verdict());
    }
}
