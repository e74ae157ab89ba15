package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.export.ExportFixtures.anUpdate;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Outbox} does, filled through the {@link Ledger} of the same store. */
public abstract class OutboxContract {

    protected abstract Ledger ledger();

    protected abstract Outbox outbox();

    static List<Update> kinds() {
        return List.of(
                new Update("update-1", Update.Kind.EXPORT_VERIFIED, KEY.subject(), Optional.empty(), START),
                new Update(
                        "update-1", Update.Kind.EXPORT_HELD, KEY.subject(), Optional.of(ErrorCode.STAGE_GONE), START),
                new Update(
                        "update-1",
                        Update.Kind.EXPORT_FAILED,
                        KEY.subject(),
                        Optional.of(ErrorCode.CV_TYPE),
                        START.plusMillis(7)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gives_an_update_as_it_was_written(Update update) {
        write(update);

        assertThat(outbox().pending(START.plusSeconds(1))).containsExactly(update);
    }

    @Test
    void gives_those_that_have_been_there_since_then_of_all_companies() {
        var old = anUpdate(KEY, 1, START);
        var ofAnother = anUpdate(aKey(OTHER_COMPANY, "candidate-1"), 1, START.plusMillis(1));
        var young = anUpdate(aKey("candidate-2"), 1, START.plusMillis(2));
        List.of(young, ofAnother, old).forEach(this::write);

        assertThat(outbox().pending(START.minusMillis(1))).isEmpty();
        assertThat(outbox().pending(START.plusMillis(1))).containsExactlyInAnyOrder(old, ofAnother);
        assertThat(outbox().pending(START.plusMillis(2))).containsExactlyInAnyOrder(old, ofAnother, young);
    }

    @Test
    void gives_a_companys_updates_in_the_order_in_which_they_happened() {
        var first = anUpdate(aKey("z"), 1, START);
        var second = anUpdate(aKey("a"), 1, START.plusMillis(1));
        List.of(second, first).forEach(this::write);

        assertThat(outbox().pending(START.plusSeconds(1))).containsExactly(first, second);
    }

    @Test
    void forgets_an_update_and_no_other() {
        var sent = anUpdate(KEY, 1, START);
        var other = anUpdate(aKey("candidate-2"), 1, START);
        List.of(sent, other).forEach(this::write);

        outbox().forget(sent);
        outbox().forget(sent);

        assertThat(outbox().pending(START)).containsExactly(other);
    }

    private void write(Update update) {
        var claim = (Claim.Granted) ledger().claim(
                        new ExportKey(
                                update.subject().company(),
                                update.subject().job().orElseThrow(),
                                update.subject().candidate().orElseThrow()),
                        START,
                        Duration.ofSeconds(90));
        ledger().record(claim, new Skipped(), Optional.of(update), START);
    }
}
