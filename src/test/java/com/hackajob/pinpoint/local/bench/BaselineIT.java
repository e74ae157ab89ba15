package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.LocalCloudOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the packaged function asks of others and how large it is, against docs/benchmark/baseline.json. */
class BaselineIT {

    private static final Path FILE = Path.of("docs", "benchmark", "baseline.json");
    private static final String ACCEPT = "baseline.accept";

    @Test
    void neither_calls_nor_sizes_have_grown() {
        var now = now();
        if (System.getProperty(ACCEPT) != null) {
            now.write(FILE);
        }

        assertThat(Baseline.read(FILE).grownIn(now))
                .as("If that is meant: ./mvnw verify -Dit.test=BaselineIT -D%s, and commit %s", ACCEPT, FILE)
                .isEmpty();
    }

    private static Baseline now() {
        try (var cloud = LocalCloud.start(LocalCloudOptions.forTests().withPollers(0))) {
            assumeFalse(Contenders.isNative(), "the baseline is of the JVM build");
            return Baseline.of(Operation.counted(cloud, Tasks.in(cloud)), Artefact.of(Contenders.FUNCTION));
        }
    }

    @Test
    void all_that_is_packaged_has_a_reason() {
        assertThat(Weight.of(Contenders.FUNCTION).withoutReason())
                .as("Say why in src/local/resources/weight.json, or leave it out")
                .isEmpty();
    }
}
