package com.hackajob.pinpoint.local.bench;

import java.util.List;
import java.util.Locale;

/** What came of measuring something several times. */
record Distribution(double median, double low, double high) {

    /** @throws IllegalArgumentException when there is nothing */
    static Distribution of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = values.stream().sorted().toList();
        return new Distribution(median(sorted), sorted.getFirst(), sorted.getLast());
    }

    /** Of an even number, halfway between the two in the middle. */
    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    Distribution minus(double amount) {
        return new Distribution(median - amount, low - amount, high - amount);
    }

    /** Such as {@code 1.23 (1.10 – 1.41)}. */
    String text(int decimals) {
        return "%s (%s – %s)".formatted(number(median, decimals), number(low, decimals), number(high, decimals));
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
