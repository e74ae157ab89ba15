package com.hackajob.pinpoint.stagesync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Any interleaving of moves on both sides, with everything that can go wrong on the way, ends with both sides in the same
 * place. {@code -Dhistories=N -Dseed=S} runs more.
 */
class StageHistoriesTest {

    private static final long HISTORIES = Long.getLong("histories", 2_000);
    private static final long SEED = Long.getLong("seed", 1);

    @Test
    void both_sides_end_in_step_after_any_history() {
        List<String> broken = LongStream.range(SEED, SEED + HISTORIES)
                .parallel()
                .mapToObj(seed -> new StageHistory(seed).live())
                .flatMap(List::stream)
                .limit(5)
                .toList();

        System.out.printf("histories: %d, out of step %d%n", HISTORIES, broken.size());
        assertThat(broken).isEmpty();
    }
}
