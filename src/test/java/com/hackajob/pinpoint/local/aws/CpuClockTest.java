package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuClockTest {

    @Test
    void the_cpu_time_of_a_process_that_runs_only_grows() {
        long self = ProcessHandle.current().pid();

        Duration before = CpuClock.read(self).orElseThrow();
        Duration after = CpuClock.read(self).orElseThrow();

        assertThat(before).isPositive();
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Test
    void of_a_process_that_is_gone_nothing_is_known() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();

        assertThat(CpuClock.read(gone.pid())).isEmpty();
    }
}
