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
import com.hackajob.pinpoint.updates.Update.Erasure;
import com.hackajob.pinpoint.updates.Update.Proposal;
import java.net.URI;
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
                        START.plusMillis(7)),
                new Update(
                        "update-1",
                        Update.Kind.MAPPING_DRIFTED,
                        KEY.subject(),
                        Optional.of(ErrorCode.STAGE_GONE),
                        START,
                        Optional.of(new Proposal(
                                "version-2",
                                List.of(
                                        new Proposal.Move("stage-1", Optional.of("7002")),
                                        new Proposal.Move("stage-2", Optional.empty()))))),
                new Update(
                        "update-1",
                        Update.Kind.CANDIDATE_ERASED,
                        KEY.subject(),
                        Optional.empty(),
                        START,
                        Optional.of(new Erasure(List.of(
                                new Erasure.Job(KEY.job(), Optional.of(URI.create("https://acme.example.com/1"))),
                                new Erasure.Job(KEY.job(), Optional.empty()),
                                new Erasure.Job(KEY.job(), Optional.empty(), Erasure.Check.PENDING),
                                new Erasure.Job(KEY.job(), Optional.empty(), Erasure.Check.FAILED))))));
    }

    @Test
    void takes_in_what_tells_of_no_change_in_the_table_and_the_same_twice_once() {
        outbox().add(anUpdate(KEY, 1, START));
        outbox().add(anUpdate(KEY, 1, START));

        assertThat(outbox().pending(START)).containsExactly(anUpdate(KEY, 1, START));
    }

    @Test
    void forgets_all_that_is_about_a_candidate_and_nothing_else() {
        var other = anUpdate(aKey("candidate-2"), 1, START);
        var elsewhere = anUpdate(aKey(OTHER_COMPANY, KEY.candidate().value()), 1, START);
        List.of(anUpdate(KEY, 1, START), anUpdate(KEY, 2, START), other, elsewhere)
                .forEach(outbox()::add);

        outbox().forget(KEY.company(), KEY.candidate());

        assertThat(outbox().pending(START)).containsExactlyInAnyOrder(other, elsewhere);
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
