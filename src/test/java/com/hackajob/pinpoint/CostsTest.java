package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sums of docs/costs.md, done again: a count or a price that is changed in one place has to be in the others. */
class CostsTest {

    private static final double COMPANIES = 1_000;
    private static final double EXPORTS = 10_000;
    private static final double POLLS = COMPANIES * 12 * 730;
    private static final double LOOKS = EXPORTS * 12 * 365 / 12;

    /** The columns of what one of each takes, and as what they are in the month. */
    private static final List<String> COLUMNS = List.of(
            "read units, millions",
            "write units, millions",
            "SQS requests, millions",
            "Lambda requests, millions",
            "Lambda, million GB-s",
            "log, GB");

    private final List<List<String>> rows = rows();

    @Test
    void every_line_of_the_month_is_its_count_times_a_price_of_the_list_and_the_sum_is_theirs() {
        List<Double> prices = rows.stream()
                .filter(row -> row.size() == 3 && isNumber(row.get(2)))
                .map(row -> number(row.get(2)))
                .toList();

        assertThat(month()).isNotEmpty().allSatisfy(row -> {
            assertThat(number(row.get(3)))
                    .as(row.getFirst())
                    .isCloseTo(number(row.get(1)) * number(row.get(2)), within(0.006));
            assertThat(row.getFirst().endsWith("together") || prices.contains(number(row.get(2))))
                    .as(row.getFirst())
                    .isTrue();
        });
        assertThat(number(cells("**sum**").get(3).replace("*", "")))
                .isCloseTo(
                        month().stream().mapToDouble(row -> number(row.get(3))).sum(), within(0.005));
    }

    @Test
    void the_counts_of_the_month_are_what_one_of_each_takes_times_how_often() {
        for (int column = 0; column < COLUMNS.size(); column++) {
            holds("polls", column, POLLS * one("Poll", column));
            holds(
                    "exports with their moves",
                    column,
                    EXPORTS
                            * (one("Export", column)
                                    + 6 * one("Webhook", column)
                                    + 2 * one("Move in Pinpoint", column)
                                    + 2 * one("Move on hackajob", column)));
            holds("looks at night", column, LOOKS * one("Look at one application", column));
        }
    }

    /** To three digits, as they are written; a line that is missing would come to less than ten cents. */
    private void holds(String what, int column, double count) {
        double written = month().stream()
                .filter(row -> row.getFirst().startsWith(what)
                        && row.getFirst().split(": ")[1].startsWith(COLUMNS.get(column)))
                .mapToDouble(row -> number(row.get(1)))
                .sum();
        if (written > 0) {
            assertThat(written)
                    .as(what + ": " + COLUMNS.get(column))
                    .isCloseTo(count / 1_000_000, within(count / 1_000_000 * 0.02));
        } else {
            assertThat(count).as(what + ": " + COLUMNS.get(column)).isLessThan(500_000);
        }
    }

    private double one(String what, int column) {
        return number(cells("**" + what).get(column + 1));
    }

    private List<List<String>> month() {
        return rows.stream()
                .filter(row -> row.size() == 4 && isNumber(row.get(1)) && isNumber(row.get(3)))
                .toList();
    }

    private List<String> cells(String beginning) {
        return rows.stream()
                .filter(row -> row.getFirst().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + beginning));
    }

    private static boolean isNumber(String text) {
        return text.matches("[\\d.,]+");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }

    private static List<List<String>> rows() {
        try (Stream<String> lines = Files.lines(Path.of("docs/costs.md"))) {
            return lines.filter(line -> line.startsWith("| "))
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .skip(1)
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
