package com.hackajob.pinpoint.mapping;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/**
 * Pairs two rows in their order, none crossing another and none used twice, so that the pairs weigh the most together;
 * of several such ways the one that pairs the earliest.
 */
record Alignment(int rows, int columns, IntBinaryOperator weight) {

    /** @return columns by row; a weight of 0 is no pair */
    Map<Integer, Integer> pairs() {
        int[][] best = best();
        Map<Integer, Integer> pairs = new TreeMap<>();
        int free = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = free; column < columns; column++) {
                int here = weight.applyAsInt(row, column);
                if (here > 0 && here + best[row + 1][column + 1] == best[row][free]) {
                    pairs.put(row, column);
                    free = column + 1;
                    break;
                }
            }
        }
        return pairs;
    }

    /** The most that the rest of both rows can weigh, from each place. */
    private int[][] best() {
        int[][] best = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                int paired = weight.applyAsInt(row, column) + best[row + 1][column + 1];
                best[row][column] = Math.max(paired, Math.max(best[row + 1][column], best[row][column + 1]));
            }
        }
        return best;
    }
}
