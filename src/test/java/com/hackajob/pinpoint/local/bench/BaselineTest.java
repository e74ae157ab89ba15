package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    private static final Artefact ARTEFACT = new Artefact(1000, 100, 5000);
    private static final Baseline BASELINE = baseline(ARTEFACT, new CallCount("dynamodb", "GetItem", 1));

    @Test
    void the_same_has_not_grown() {
        assertThat(BASELINE.grownIn(BASELINE)).isEmpty();
    }

    @Test
    void one_call_more_has_grown() {
        var now = baseline(ARTEFACT, new CallCount("dynamodb", "GetItem", 2));

        assertThat(BASELINE.grownIn(now))
                .containsExactly("webhook: calls to dynamodb GetItem: 2, and 1 in the baseline");
    }

    @Test
    void a_call_that_was_never_made_before_has_grown() {
        var now = baseline(ARTEFACT, new CallCount("dynamodb", "GetItem", 1), new CallCount("sqs", "SendMessage", 1));

        assertThat(BASELINE.grownIn(now))
                .containsExactly("webhook: calls to sqs SendMessage: 1, and 0 in the baseline");
    }

    @Test
    void an_operation_that_nobody_knew_has_grown() {
        var now = Baseline.of(
                List.of(new Operation("another", List.of(new CallCount("sqs", "SendMessage", 1)))), ARTEFACT);

        assertThat(BASELINE.grownIn(now))
                .containsExactly("another: calls to sqs SendMessage: 1, and 0 in the baseline");
    }

    @Test
    void fewer_calls_have_not_grown() {
        assertThat(BASELINE.grownIn(baseline(ARTEFACT))).isEmpty();
    }

    @Test
    void sizes_may_be_2_percent_larger() {
        assertThat(BASELINE.grownIn(baseline(new Artefact(1020, 102, 5100), new CallCount("dynamodb", "GetItem", 1))))
                .isEmpty();
    }

    @Test
    void sizes_that_are_more_than_2_percent_larger_have_grown() {
        assertThat(BASELINE.grownIn(baseline(new Artefact(1021, 103, 5101), new CallCount("dynamodb", "GetItem", 1))))
                .containsExactly(
                        "function.zip: bytes: 1021, and 1000 in the baseline",
                        "function.zip: classes: 5101, and 5000 in the baseline",
                        "function.zip: jars: 103, and 100 in the baseline");
    }

    @Test
    void is_read_as_it_was_written(@TempDir Path directory) {
        Path file = directory.resolve("baseline.json");

        BASELINE.write(file);

        assertThat(Baseline.read(file)).isEqualTo(BASELINE);
    }

    private static Baseline baseline(Artefact artefact, CallCount... calls) {
        return Baseline.of(List.of(new Operation("webhook", List.of(calls))), artefact);
    }
}
