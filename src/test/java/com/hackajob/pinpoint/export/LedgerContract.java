package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.export.ExportFixtures.aKeyOfAnotherJob;
import static com.hackajob.pinpoint.export.ExportFixtures.aReceipt;
import static com.hackajob.pinpoint.export.ExportFixtures.anUpdate;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.export.ExportState.Claimed;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Queued;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Submitting;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.Ledger.Begun;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Ledger.Contested;
import com.hackajob.pinpoint.export.Ledger.Place;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Ledger} does, together with the {@link Outbox} of the same store. */
public abstract class LedgerContract {

    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Instant LATER = START.plusSeconds(600);
    private static final Placed PLACED = new Placed(new ApplicationId("9001"), Origin.ADOPTED, 2);
    private static final URI APPLICATION = URI.create("https://acme.example.com/applications/1");
    private static final Place PLACE = new Place(2, new PinpointJobId("700"), START);
    private static final Optional<Update> NO_UPDATE = Optional.empty();

    protected abstract Ledger ledger();

    protected abstract Outbox outbox();

    static List<ExportState> notSettled() {
        return List.of(
                new Claimed(LATER),
                new Submitting(LATER),
                new Submitted(LATER, PLACED, ErrorCode.RATE_LIMITED, 3),
                new Waiting(LATER, ErrorCode.HACKAJOB_UNAVAILABLE, 2),
                new Held(LATER, ErrorCode.STAGE_GONE),
                new Queued(LATER));
    }

    static List<ExportState> settled() {
        return List.of(
                new Verified(aReceipt(), START),
                new Skipped(),
                new Failed(ErrorCode.PINPOINT_REFUSED, Optional.of("Email is invalid")),
                new Failed(ErrorCode.CV_TYPE, Optional.empty()),
                new Erased(START, Optional.empty()));
    }

    @Test
    void grants_a_new_export_with_the_first_version() {
        assertThat(ledger().claim(KEY, START, LEASE))
                .isEqualTo(new Claim.Granted(KEY, 1, 1, false, Optional.empty(), 0, Optional.empty()));

        assertThat(ledger().find(KEY)).contains(new Export(KEY, new Claimed(START.plus(LEASE)), 1, START, START));
    }

    @Test
    void does_not_know_an_export_that_nobody_claimed() {
        assertThat(ledger().find(KEY)).isEmpty();
    }

    @Test
    void does_not_grant_an_export_before_the_lease_ends() {
        granted(START);

        assertThat(ledger().claim(KEY, START.plus(LEASE).minusMillis(1), LEASE)).isEqualTo(new Claim.NotDue());
    }

    @Test
    void grants_an_export_with_a_higher_version_once_the_lease_has_ended() {
        granted(START);

        assertThat(ledger().claim(KEY, START.plus(LEASE), LEASE))
                .isEqualTo(new Claim.Granted(KEY, 2, 2, false, Optional.empty(), 1, Optional.empty()));
    }

    @Test
    void grants_an_export_to_one_of_many_who_ask_at_once() {
        var claims = Race.of(16, _ -> ledger().claim(KEY, START, LEASE));

        assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.NotDue.class::isInstance).hasSize(15);
    }

    @Test
    void grants_an_export_whose_lease_ended_to_one_of_many_who_ask_at_once() {
        granted(START);

        var claims = Race.of(16, _ -> ledger().claim(KEY, START.plus(LEASE), LEASE));

        assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
    }

    @Test
    void refuses_the_record_of_a_holder_whose_export_was_taken_over() {
        var old = granted(START);
        var current = granted(START.plus(LEASE));
        var held = new Held(LATER, ErrorCode.STAGE_GONE);

        assertThat(ledger().record(old, new Skipped(), NO_UPDATE, START)).isFalse();
        assertThat(ledger().record(current, held, NO_UPDATE, START)).isTrue();
        assertThat(ledger().record(old, new Submitting(LATER), NO_UPDATE, START))
                .isFalse();

        assertThat(ledger().find(KEY)).contains(new Export(KEY, held, 2, START, START));
    }

    @Test
    void lets_a_holder_record_after_its_lease_ended_while_nobody_took_over() {
        var claim = granted(START);

        assertThat(ledger().record(claim, new Skipped(), NO_UPDATE, LATER)).isTrue();

        assertThat(ledger().find(KEY)).contains(new Export(KEY, new Skipped(), 1, START, LATER));
    }

    @ParameterizedTest
    @MethodSource({"notSettled", "settled"})
    void finds_a_state_as_it_was_recorded(ExportState state) {
        ledger().record(granted(START), state, NO_UPDATE, START.plusMillis(5));

        assertThat(ledger().find(KEY)).contains(new Export(KEY, state, 1, START, START.plusMillis(5)));
    }

    @ParameterizedTest
    @MethodSource("settled")
    void never_grants_a_settled_export_again(ExportState state) {
        ledger().record(granted(START), state, NO_UPDATE, START);

        assertThat(ledger().claim(KEY, START.plus(Duration.ofDays(3650)), LEASE))
                .isEqualTo(new Claim.NotDue());
        assertThat(ledger().due(COMPANY, START.plus(Duration.ofDays(3650)), 10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notSettled")
    void grants_what_is_not_settled_when_it_is_due_and_not_before(ExportState state) {
        ledger().record(granted(START), state, NO_UPDATE, START);

        assertThat(ledger().claim(KEY, LATER.minusMillis(1), LEASE)).isEqualTo(new Claim.NotDue());
        assertThat(ledger().claim(KEY, LATER, LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void remembers_that_a_post_was_begun_whatever_comes_after() {
        ledger().record(granted(START), new Submitting(LATER), NO_UPDATE, START);
        var second = granted(LATER);
        ledger().record(second, new Waiting(LATER, ErrorCode.RATE_LIMITED, 1), NO_UPDATE, START);
        var third = granted(LATER);
        ledger().record(third, new Held(LATER, ErrorCode.STAGE_GONE), NO_UPDATE, START);

        assertThat(List.of(second.mayExist(), third.mayExist(), granted(LATER).mayExist()))
                .containsExactly(true, true, true);
    }

    @Test
    void remembers_what_pinpoint_holds_whatever_comes_after() {
        ledger().record(granted(START), new Submitted(LATER, PLACED, ErrorCode.RATE_LIMITED, 1), NO_UPDATE, START);
        var second = granted(LATER);
        ledger().record(second, new Held(LATER, ErrorCode.CREDENTIAL_REJECTED), NO_UPDATE, START);

        assertThat(List.of(second.placed(), granted(LATER).placed()))
                .containsExactly(Optional.of(PLACED), Optional.of(PLACED));
    }

    @Test
    void counts_a_crash_as_a_failure_and_forgets_all_when_held() {
        ledger().record(granted(START), new Waiting(LATER, ErrorCode.RATE_LIMITED, 4), NO_UPDATE, START);
        var afterWaiting = granted(LATER);
        var afterCrash = granted(LATER.plus(LEASE));
        ledger().record(afterCrash, new Held(LATER, ErrorCode.NOT_CONNECTED), NO_UPDATE, START);

        assertThat(List.of(
                        afterWaiting.failures(),
                        afterCrash.failures(),
                        granted(LATER).failures()))
                .containsExactly(4, 5, 0);
    }

    @Test
    void lets_nobody_unsettle_what_is_settled_not_even_its_own_worker() {
        var claim = granted(START);
        ledger().record(claim, new ExportState.Skipped(), NO_UPDATE, START);

        assertThat(ledger().record(claim, new Waiting(LATER, ErrorCode.INTERNAL_ERROR, 1), NO_UPDATE, START))
                .isFalse();
    }

    /** Else one that is held for the same again, once it was replayed, would wait without a word. */
    @ParameterizedTest
    @MethodSource("ends")
    void what_an_export_waited_for_is_forgotten_with_its_end(ExportState end) {
        ledger().record(granted(START), new Held(LATER, ErrorCode.JOB_CLOSED), NO_UPDATE, START);
        ledger().record(granted(LATER), end, NO_UPDATE, START);
        ledger().resume(seen(), new Queued(LATER));

        assertThat(granted(LATER).told()).isEmpty();
    }

    static Stream<ExportState> ends() {
        return Stream.of(new Skipped(), new Failed(ErrorCode.CV_TYPE, Optional.empty()));
    }

    @Test
    void remembers_what_the_employer_was_last_told() {
        ledger().record(granted(START), new Held(LATER, ErrorCode.NOT_CONNECTED), NO_UPDATE, START);
        var second = granted(LATER);
        ledger().record(second, new Waiting(LATER, ErrorCode.RATE_LIMITED, 1), NO_UPDATE, START);
        var third = granted(LATER);
        ledger().record(third, new Held(LATER, ErrorCode.STAGE_GONE), NO_UPDATE, START);

        assertThat(List.of(second.told(), third.told(), granted(LATER).told()))
                .containsExactly(
                        Optional.of(ErrorCode.NOT_CONNECTED),
                        Optional.of(ErrorCode.NOT_CONNECTED),
                        Optional.of(ErrorCode.STAGE_GONE));
    }

    @Test
    void writes_an_update_together_with_the_state_it_tells_of() {
        assertThat(ledger().record(granted(START), new Skipped(), Optional.of(anUpdate()), START))
                .isTrue();

        assertThat(outbox().pending(START)).containsExactly(anUpdate());
        assertThat(ledger().find(KEY)).contains(new Export(KEY, new Skipped(), 1, START, START));
    }

    @Test
    void writes_neither_the_update_nor_the_state_when_the_export_was_taken_over() {
        var old = granted(START);
        granted(START.plus(LEASE));

        assertThat(ledger().record(old, new Skipped(), Optional.of(anUpdate()), START))
                .isFalse();

        assertThat(outbox().pending(LATER)).isEmpty();
        assertThat(ledger().find(KEY))
                .contains(new Export(KEY, new Claimed(START.plus(LEASE).plus(LEASE)), 2, START, START.plus(LEASE)));
    }

    @Test
    void lists_a_companys_exports_page_by_page_without_gaps_or_repeats() {
        var keys = List.of("a", "a-b", "a.b", "aa", "b", "c", "d").stream()
                .map(ExportFixtures::aKey)
                .toList();
        keys.reversed().forEach(key -> ledger().claim(key, START, LEASE));
        ledger().claim(aKey(OTHER_COMPANY, "a"), START, LEASE);
        ledger().claim(aKeyOfAnotherJob(), START, LEASE);

        var all = new ArrayList<>(keys);
        all.add(aKeyOfAnotherJob());
        assertThat(walk(2)).containsExactlyElementsOf(all);
        assertThat(walk(3)).containsExactlyElementsOf(all);
        assertThat(walk(100)).containsExactlyElementsOf(all);
    }

    private List<ExportKey> walk(int limit) {
        var seen = new ArrayList<ExportKey>();
        Optional<ExportKey> after = Optional.empty();
        do {
            var page = ledger().list(COMPANY, after, limit);
            assertThat(page.exports()).hasSizeLessThanOrEqualTo(limit);
            page.exports().forEach(export -> seen.add(export.key()));
            after = page.next();
        } while (after.isPresent());
        return seen;
    }

    @Test
    void gives_a_companys_due_exports_the_longest_waiting_first() {
        due(aKey("last"), LATER);
        due(aKey("first"), START.plusSeconds(1));
        due(aKey("second"), START.plusSeconds(2));
        due(aKey("not-yet"), LATER.plusMillis(1));
        due(aKey(OTHER_COMPANY, "of-another-company"), START);

        assertThat(ledger().due(COMPANY, LATER, 10)).containsExactly(aKey("first"), aKey("second"), aKey("last"));
        assertThat(ledger().due(COMPANY, LATER, 2)).containsExactly(aKey("first"), aKey("second"));
    }

    @Test
    void gives_no_company_the_due_exports_of_another_whichever_those_are() {
        var keys = IntStream.range(0, 20)
                .mapToObj(number -> aKey(new CompanyId("company-" + number), "candidate-1"))
                .toList();
        keys.forEach(key -> due(key, START));

        assertThat(keys).allSatisfy(key -> assertThat(ledger().due(key.company(), START, 10))
                .containsExactly(key));
    }

    @Test
    void an_export_that_was_claimed_is_due_again_only_when_its_lease_ends() {
        due(KEY, START);
        granted(LATER);

        assertThat(ledger().due(COMPANY, LATER, 10)).isEmpty();
        assertThat(ledger().due(COMPANY, LATER.plus(LEASE), 10)).containsExactly(KEY);
    }

    @Test
    void queued_exports_come_after_all_others_and_never_not_at_all() {
        queued(aKey("queued-1"), START);
        queued(aKey("queued-2"), START.plusMillis(1));
        due(aKey("due-1"), START.plusSeconds(1));
        due(aKey("due-2"), START.plusSeconds(2));
        due(aKey("due-3"), START.plusSeconds(3));

        assertThat(ledger().due(COMPANY, LATER, 3)).containsExactly(aKey("due-1"), aKey("due-2"), aKey("queued-1"));
        assertThat(ledger().due(COMPANY, LATER, 10))
                .containsExactly(aKey("due-1"), aKey("due-2"), aKey("due-3"), aKey("queued-1"), aKey("queued-2"));
    }

    @Test
    void an_export_is_resumed_once_and_then_granted_like_any_other() {
        ledger().record(granted(START), new Skipped(), NO_UPDATE, START);
        Export seen = ledger().find(KEY).orElseThrow();

        assertThat(ledger().resume(seen, new Queued(LATER))).isTrue();
        assertThat(ledger().resume(seen, new Queued(LATER))).isFalse();

        assertThat(ledger().find(KEY)).contains(new Export(KEY, new Queued(LATER), 1, START, START));
        assertThat(ledger().claim(KEY, LATER.minusMillis(1), LEASE)).isEqualTo(new Claim.NotDue());
        assertThat(ledger().claim(KEY, LATER, LEASE))
                .isEqualTo(new Claim.Granted(KEY, 2, 2, false, Optional.empty(), 0, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource({"notSettled", "settled"})
    void what_was_taken_up_since_it_was_seen_is_not_resumed(ExportState state) {
        ledger().record(granted(START), state, NO_UPDATE, START);
        Export seen = new Export(KEY, state, 0, START, START);

        assertThat(ledger().resume(seen, new Waiting(LATER, ErrorCode.RATE_LIMITED, 0)))
                .isFalse();
        assertThat(ledger().resume(new Export(aKey("unknown"), state, 1, START, START), new Queued(LATER)))
                .isFalse();
        assertThat(ledger().find(aKey("unknown"))).isEmpty();
        assertThat(ledger().find(KEY).orElseThrow().state()).isEqualTo(state);
    }

    @Test
    void what_may_be_in_pinpoint_is_remembered_when_a_failed_export_is_resumed() {
        var claim = granted(START);
        ledger().record(claim, new Submitting(LATER), NO_UPDATE, START);
        ledger().record(claim, new Failed(ErrorCode.PINPOINT_UNAVAILABLE, Optional.empty()), NO_UPDATE, START);

        ledger().resume(ledger().find(KEY).orElseThrow(), new Waiting(LATER, ErrorCode.PINPOINT_UNAVAILABLE, 0));

        assertThat(ledger().claim(KEY, LATER, LEASE))
                .isEqualTo(new Claim.Granted(KEY, 2, 2, true, Optional.empty(), 0, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource({"notSettled", "settled"})
    void an_erased_export_is_its_key_and_a_tombstone_that_nobody_takes_up_or_writes_over(ExportState state) {
        var claim = granted(START);
        ledger().record(claim, state, NO_UPDATE, START);
        var tombstone = new Erased(LATER, Optional.of(URI.create("https://acme.example.com/applications/1")));

        assertThat(ledger().erase(seen(), tombstone)).isTrue();

        assertThat(ledger().find(KEY)).contains(new Export(KEY, tombstone, 1, START, LATER));
        assertThat(ledger().claim(KEY, LATER.plusSeconds(1), LEASE)).isEqualTo(new Claim.NotDue());
        assertThat(ledger().record(claim, new Skipped(), NO_UPDATE, LATER)).isFalse();
        assertThat(ledger().due(COMPANY, LATER.plusSeconds(1), 10)).isEmpty();
        assertThat(ledger().waiting(COMPANY, 10)).isZero();
    }

    @Test
    void a_worker_that_has_an_export_in_hand_while_it_is_erased_is_refused() {
        var claim = granted(START);
        var tombstone = new Erased(START, Optional.empty(), Optional.of(LATER));

        assertThat(ledger().erase(seen(), tombstone)).isTrue();

        assertThat(ledger().record(claim, new Submitting(LATER), NO_UPDATE, START))
                .isFalse();
        assertThat(ledger().begin(claim, PLACE, new Submitting(LATER), START)).isEqualTo(Begun.TAKEN_OVER);
        assertThat(seen().state()).isEqualTo(tombstone);
    }

    @ParameterizedTest
    @MethodSource({"notSettled", "settled"})
    void what_a_worker_did_since_an_export_was_seen_is_not_erased_as_it_was_seen(ExportState state) {
        var claim = granted(START);
        Export claimed = seen();
        ledger().record(claim, state, NO_UPDATE, START);

        assertThat(ledger().erase(claimed, new Erased(LATER, Optional.empty()))).isEqualTo(state instanceof Claimed);
    }

    @Test
    void what_another_worker_has_in_hand_by_now_is_not_erased_as_it_was_in_the_hands_of_the_first() {
        granted(START);
        Export first = seen();
        granted(START.plus(LEASE));

        assertThat(ledger().erase(first, new Erased(LATER, Optional.empty()))).isFalse();
    }

    @Test
    void an_erased_export_that_may_be_in_pinpoint_is_granted_once_more_to_look_for_it_and_for_nothing_else() {
        ledger().record(granted(START), new Submitted(LATER, PLACED, ErrorCode.RATE_LIMITED, 3), NO_UPDATE, START);
        ledger().erase(seen(), new Erased(START, Optional.empty(), Optional.of(LATER)));

        assertThat(ledger().due(COMPANY, LATER, 10)).containsExactly(KEY);
        assertThat(ledger().waiting(COMPANY, 10)).isZero();
        assertThat(ledger().release(COMPANY)).isZero();
        assertThat(ledger().claim(KEY, LATER.minusMillis(1), LEASE)).isEqualTo(new Claim.NotDue());
        var looking = granted(LATER);
        assertThat(seen().state()).isEqualTo(new Erased(START, Optional.empty(), Optional.of(LATER.plus(LEASE))));
        assertThat(looking)
                .isEqualTo(new Claim.Granted(
                        KEY, 3, 2, false, Optional.of(PLACED), 0, Optional.empty(), Optional.of(START)));

        ledger().record(looking, new Erased(START, Optional.empty(), Optional.of(LATER)), NO_UPDATE, LATER);
        var again = granted(LATER);
        assertThat(List.of(again.erasedAt(), again.failures())).containsExactly(Optional.of(START), 1);

        ledger().record(again, new Erased(START, Optional.of(APPLICATION)), NO_UPDATE, LATER);
        assertThat(seen().state()).isEqualTo(new Erased(START, Optional.of(APPLICATION)));
        assertThat(ledger().claim(KEY, LATER.plusSeconds(1), LEASE)).isEqualTo(new Claim.NotDue());
    }

    @Test
    void beginning_is_written_like_any_state_and_refused_to_an_old_holder() {
        var old = granted(START);
        var current = granted(START.plus(LEASE));

        assertThat(ledger().begin(old, PLACE, new Submitting(LATER), START)).isEqualTo(Begun.TAKEN_OVER);
        assertThat(ledger().begin(current, PLACE, new Submitting(LATER), START)).isEqualTo(Begun.YES);

        assertThat(seen()).isEqualTo(new Export(KEY, new Submitting(LATER), 2, START, START));
        assertThat(granted(LATER).mayExist()).isTrue();
    }

    @Test
    void one_export_of_a_candidate_has_the_place_on_a_pinpoint_job() {
        var first = granted(START);
        var second = (Claim.Granted) ledger().claim(aKeyOfAnotherJob(), START, LEASE);

        assertThat(ledger().begin(first, PLACE, new Submitting(LATER), START)).isEqualTo(Begun.YES);
        assertThat(ledger().begin(second, PLACE, new Submitting(LATER), START)).isEqualTo(Begun.OCCUPIED);
        assertThat(ledger().begin(first, PLACE, new Submitting(LATER), START)).isEqualTo(Begun.YES);

        assertThat(ledger().find(aKeyOfAnotherJob()).orElseThrow().state()).isEqualTo(new Claimed(START.plus(LEASE)));
    }

    @Test
    void a_place_is_free_again_for_whoever_looked_when_its_time_was_over() {
        ledger().begin(granted(START), PLACE, new Submitting(LATER), START);
        var second = (Claim.Granted) ledger().claim(aKeyOfAnotherJob(), START, LEASE);
        var before = new Place(PLACE.generation(), PLACE.job(), LATER.minusMillis(1));
        var then = new Place(PLACE.generation(), PLACE.job(), LATER);

        assertThat(ledger().begin(second, before, new Submitting(LATER), LATER)).isEqualTo(Begun.OCCUPIED);
        assertThat(ledger().begin(second, then, new Submitting(LATER.plusSeconds(1)), LATER))
                .isEqualTo(Begun.YES);
        assertThat(ledger().begin(granted(LATER), then, new Submitting(LATER), LATER))
                .isEqualTo(Begun.OCCUPIED);
    }

    @Test
    void places_of_others_elsewhere_and_in_another_account_are_free() {
        ledger().begin(granted(START), PLACE, new Submitting(LATER), START);
        var second = (Claim.Granted) ledger().claim(aKeyOfAnotherJob(), START, LEASE);
        var somebody = (Claim.Granted) ledger().claim(aKey("somebody-else"), START, LEASE);
        var elsewhere = (Claim.Granted)
                ledger().claim(aKey(OTHER_COMPANY, KEY.candidate().value()), START, LEASE);

        assertThat(ledger().begin(somebody, PLACE, new Submitting(LATER), START))
                .isEqualTo(Begun.YES);
        assertThat(ledger().begin(elsewhere, PLACE, new Submitting(LATER), START))
                .isEqualTo(Begun.YES);
        assertThat(ledger().begin(
                                second,
                                new Place(PLACE.generation(), new PinpointJobId("701"), START),
                                new Submitting(LATER),
                                START))
                .isEqualTo(Begun.YES);
        assertThat(ledger().begin(
                                second,
                                new Place(PLACE.generation() + 1, PLACE.job(), START),
                                new Submitting(LATER),
                                START))
                .isEqualTo(Begun.YES);
    }

    @Test
    void tells_for_a_month_of_places_for_which_several_began_and_who_they_are() {
        ledger().begin(granted(START), PLACE, new Submitting(LATER), START);
        ledger().begin(
                        (Claim.Granted) ledger().claim(aKey("somebody-else"), START, LEASE),
                        PLACE,
                        new Submitting(LATER),
                        START);
        assertThat(ledger().contested(COMPANY, LATER)).isEmpty();

        var second = (Claim.Granted) ledger().claim(aKeyOfAnotherJob(), START, LEASE);
        var then = new Place(PLACE.generation(), PLACE.job(), LATER);
        ledger().begin(second, then, new Submitting(LATER.plusSeconds(1)), LATER);
        ledger().begin(second, then, new Submitting(LATER), LATER);

        assertThat(ledger().contested(COMPANY, LATER))
                .containsExactly(new Contested(2, new PinpointJobId("700"), List.of(KEY, aKeyOfAnotherJob())));
        assertThat(ledger().contested(OTHER_COMPANY, LATER)).isEmpty();
        assertThat(ledger().contested(COMPANY, LATER.plus(Duration.ofDays(30)).minusSeconds(1)))
                .hasSize(1);
        assertThat(ledger().contested(COMPANY, LATER.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void gives_a_place_to_one_of_many_who_ask_at_once() {
        List<Claim.Granted> claims = IntStream.range(0, 4)
                .mapToObj(job -> new ExportKey(COMPANY, new JobId("job-" + job), KEY.candidate()))
                .map(key -> (Claim.Granted) ledger().claim(key, START, LEASE))
                .toList();

        var begun = Race.of(4, number -> attempt(claims.get(number)));

        assertThat(begun).filteredOn(Optional.of(Begun.YES)::equals).hasSizeLessThanOrEqualTo(1);
        assertThat(begun).doesNotContain(Optional.of(Begun.TAKEN_OVER));
    }

    /** Empty where another transaction was in the way. */
    private Optional<Begun> attempt(Claim.Granted claim) {
        try {
            return Optional.of(ledger().begin(claim, PLACE, new Submitting(LATER), START));
        } catch (Outage busy) {
            return Optional.empty();
        }
    }

    private Export seen() {
        return ledger().find(KEY).orElseThrow();
    }

    @Test
    void finds_the_exports_that_an_application_proves_in_the_account_it_is_in() {
        verified(KEY);
        verified(aKeyOfAnotherJob());
        verified(aKey(OTHER_COMPANY, "of-another-company"));
        due(aKey("not-verified"), START);
        var application = aReceipt().application();

        assertThat(ledger().ofApplication(COMPANY, 1, application)).containsExactly(KEY, aKeyOfAnotherJob());
        assertThat(ledger().ofApplication(COMPANY, 2, application)).isEmpty();
        assertThat(ledger().ofApplication(COMPANY, 1, new ApplicationId("1"))).isEmpty();
    }

    @Test
    void an_erased_export_is_not_found_by_its_application() {
        verified(KEY);
        ledger().erase(ledger().find(KEY).orElseThrow(), new Erased(LATER, Optional.empty()));

        assertThat(ledger().ofApplication(COMPANY, 1, aReceipt().application())).isEmpty();
    }

    private void verified(ExportKey key) {
        var claim = (Claim.Granted) ledger().claim(key, START, LEASE);
        ledger().record(claim, new Verified(aReceipt(), START), NO_UPDATE, START);
    }

    @Test
    void finds_all_exports_of_a_candidate_and_of_nobody_else() {
        ledger().claim(KEY, START, LEASE);
        ledger().claim(aKeyOfAnotherJob(), START, LEASE);
        ledger().claim(aKey("somebody-else"), START, LEASE);
        ledger().claim(aKey(OTHER_COMPANY, KEY.candidate().value()), START, LEASE);

        assertThat(ledger().ofCandidate(COMPANY, KEY.candidate()))
                .extracting(Export::key)
                .containsExactly(KEY, aKeyOfAnotherJob());
    }

    @Test
    void shows_the_skipped_exports_of_one_job_in_the_order_in_which_they_came() {
        skipped(aKey("late"), START.plusSeconds(3));
        skipped(aKey("early"), START.plusSeconds(1));
        skipped(aKey("middle"), START.plusSeconds(2));
        skipped(aKeyOfAnotherJob(), START);
        skipped(aKey(OTHER_COMPANY, "of-another-company"), START);
        due(aKey("not-skipped"), START);

        assertThat(ledger().skipped(COMPANY, KEY.job()))
                .extracting(Export::key)
                .containsExactly(aKey("early"), aKey("middle"), aKey("late"));
    }

    @Test
    void shows_those_who_came_at_one_moment_always_in_the_same_order() {
        List<String> candidates = List.of("e", "b", "d", "a", "c");
        candidates.forEach(candidate -> skipped(aKey(candidate), START));

        assertThat(ledger().skipped(COMPANY, KEY.job()))
                .extracting(export -> export.key().candidate().value())
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void lets_what_is_held_go_on_at_once_in_the_order_in_which_it_came() {
        held(aKey("second"), START.plusSeconds(2));
        held(aKey("first"), START.plusSeconds(1));
        held(aKey(OTHER_COMPANY, "of-another-company"), START);
        due(aKey("waiting"), LATER);

        assertThat(ledger().release(COMPANY)).isEqualTo(2);

        assertThat(ledger().due(COMPANY, START.plusSeconds(2), 10)).containsExactly(aKey("first"), aKey("second"));
        assertThat(ledger().due(OTHER_COMPANY, START.plusSeconds(2), 10)).isEmpty();
        assertThat(ledger().claim(aKey("first"), START.plusSeconds(2), LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void lets_what_is_held_of_one_job_go_on_and_nothing_else() {
        held(aKey("of-this-job"), START);
        held(aKeyOfAnotherJob(), START);

        assertThat(ledger().release(COMPANY, KEY.job())).isEqualTo(1);

        assertThat(ledger().due(COMPANY, START, 10)).containsExactly(aKey("of-this-job"));
    }

    @Test
    void counts_what_waits_up_to_a_limit() {
        held(aKey("held"), START);
        due(aKey("waiting"), LATER);
        queued(aKey("queued"), LATER);
        skipped(aKey("skipped"), START);
        granted(START);

        assertThat(ledger().waiting(COMPANY, 10)).isEqualTo(3);
        assertThat(ledger().waiting(COMPANY, 2)).isEqualTo(2);
        assertThat(ledger().waiting(OTHER_COMPANY, 10)).isZero();
    }

    private void skipped(ExportKey key, Instant came) {
        var claim = (Claim.Granted) ledger().claim(key, came, LEASE);
        ledger().record(claim, new Skipped(), NO_UPDATE, came);
    }

    private void queued(ExportKey key, Instant due) {
        skipped(key, START);
        ledger().resume(ledger().find(key).orElseThrow(), new Queued(due));
    }

    private void held(ExportKey key, Instant came) {
        var claim = (Claim.Granted) ledger().claim(key, came, LEASE);
        ledger().record(claim, new Held(LATER, ErrorCode.JOB_CLOSED), NO_UPDATE, came);
    }

    private void due(ExportKey key, Instant at) {
        var claim = (Claim.Granted) ledger().claim(key, START, LEASE);
        ledger().record(claim, new Waiting(at, ErrorCode.RATE_LIMITED, 1), NO_UPDATE, START);
    }

    private Claim.Granted granted(Instant now) {
        return (Claim.Granted) ledger().claim(KEY, now, LEASE);
    }
}
