package com.hackajob.pinpoint.stagesync;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.export.ExportFixtures.aReceipt;
import static com.hackajob.pinpoint.stagesync.StageFixtures.INTERVIEW;
import static com.hackajob.pinpoint.stagesync.StageFixtures.OFFER;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_INTERVIEW;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_SCREENING;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.stagesync.Track.Standing;
import com.hackajob.pinpoint.stagesync.Tracks.Change;
import com.hackajob.pinpoint.stagesync.Tracks.Direction;
import com.hackajob.pinpoint.stagesync.Tracks.Scene;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both stores of tracks do. */
public abstract class TracksContract {

    private static final Instant LATER = START.plusSeconds(60);

    protected abstract Tracks tracks();

    protected abstract Ledger ledger();

    protected abstract Outbox outbox();

    protected abstract void put(Connection connection);

    protected abstract void put(Mapping mapping);

    @Test
    void of_somebody_unknown_there_is_a_fresh_track_and_nothing_else() {
        assertThat(tracks().read(KEY))
                .isEqualTo(new Scene(Optional.empty(), Optional.empty(), Optional.empty(), Track.fresh(KEY)));
    }

    @Test
    void a_track_is_read_with_all_that_it_depends_on() {
        put(ConnectionFixtures.aConnection());
        put(MappingFixtures.aMapping());
        verified();
        save(aTrack(KEY, new Standing.Still()));

        assertThat(tracks().read(KEY))
                .isEqualTo(new Scene(
                        Optional.of(ConnectionFixtures.aConnection()),
                        Optional.of(MappingFixtures.aMapping()),
                        ledger().find(KEY),
                        aTrack(KEY, new Standing.Still()).written()));
    }

    @Test
    void a_connection_that_has_ended_is_none() {
        put(ConnectionFixtures.ended());

        assertThat(tracks().read(KEY).connection()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void keeps_every_part_of_a_track(Track track) {
        assertThat(save(track)).isTrue();

        assertThat(tracks().read(KEY).track()).isEqualTo(track.written());
    }

    static Stream<Track> all() {
        return Stream.of(
                Track.fresh(KEY),
                aTrack(KEY, new Standing.Still()),
                aTrack(KEY, new Standing.Waiting(LATER, Optional.empty(), 3)),
                aTrack(KEY, new Standing.Waiting(LATER, Optional.of(ErrorCode.STAGE_GONE), 0)),
                aTrack(KEY, new Standing.Untracked(Track.Reason.OTHER_JOB, LATER)),
                Track.fresh(KEY).settled(new Agreed(OFFER, Optional.empty())));
    }

    @Test
    void who_read_an_older_version_is_refused_and_changes_nothing() {
        Track seen = tracks().read(KEY).track();
        save(aTrack(KEY, new Standing.Still()));

        assertThat(tracks().save(new Change(seen, Optional.of(anUpdate()), Optional.of(Direction.IN), START, false)))
                .isFalse();
        assertThat(tracks().read(KEY).track())
                .isEqualTo(aTrack(KEY, new Standing.Still()).written());
        assertThat(outbox().pending(LATER)).isEmpty();
    }

    @Test
    void writes_the_update_with_the_track() {
        tracks().save(new Change(Track.fresh(KEY), Optional.of(anUpdate()), Optional.of(Direction.IN), START, false));

        assertThat(outbox().pending(LATER)).containsExactly(anUpdate());
    }

    @Test
    void a_candidate_who_was_erased_gets_no_track_any_more_and_nobody_is_told() {
        verified();
        save(aTrack(KEY, new Standing.Still()));
        Track seen = tracks().read(KEY).track();
        ledger().erase(ledger().find(KEY).orElseThrow(), new ExportState.Erased(LATER, Optional.empty()));

        assertThat(tracks().save(new Change(seen, Optional.of(anUpdate()), Optional.empty(), START, false)))
                .isFalse();
        assertThat(save(Track.fresh(KEY))).isFalse();
        assertThat(outbox().pending(LATER)).isEmpty();
    }

    /** A worker may just be looking what is left of them in Pinpoint. */
    @Test
    void a_candidate_who_was_erased_gets_no_track_while_what_is_left_is_looked_for() {
        verified();
        ledger().erase(
                        ledger().find(KEY).orElseThrow(),
                        new ExportState.Erased(START, Optional.empty(), Optional.of(START)));
        assertThat(ledger().claim(KEY, START, Duration.ofSeconds(90))).isInstanceOf(Claim.Granted.class);

        assertThat(save(Track.fresh(KEY))).isFalse();
    }

    @Test
    void shows_the_companys_tracks_whose_time_has_come_the_longest_waiting_first() {
        save(waiting(aKey("second"), START.minusSeconds(1)));
        save(waiting(aKey("first"), START.minusSeconds(2)));
        save(waiting(aKey("third"), START));
        save(waiting(aKey("not-yet"), LATER));
        save(aTrack(aKey("still"), new Standing.Still()));
        save(waiting(aKey(new CompanyId("company-2"), "of-another-company"), START));

        assertThat(tracks().due(COMPANY, START, 10)).containsExactly(aKey("first"), aKey("second"), aKey("third"));
        assertThat(tracks().due(COMPANY, START, 2)).containsExactly(aKey("first"), aKey("second"));
    }

    @Test
    void a_track_that_waits_is_no_export_that_does() {
        save(waiting(KEY, START));

        assertThat(ledger().due(COMPANY, LATER, 10)).isEmpty();
        assertThat(ledger().waiting(COMPANY, 10)).isZero();
        assertThat(ledger().release(COMPANY)).isZero();
    }

    @Test
    void one_that_waits_no_more_is_not_due() {
        save(waiting(KEY, START));
        save(tracks().read(KEY).track().with(new Standing.Still()));

        assertThat(tracks().due(COMPANY, LATER, 10)).isEmpty();
    }

    private boolean save(Track track) {
        return tracks().save(new Change(track, Optional.empty(), Optional.of(Direction.OUT), START, false));
    }

    private void verified() {
        var claim = (Claim.Granted) ledger().claim(KEY, START, Duration.ofMinutes(1));
        ledger().record(claim, new ExportState.Verified(aReceipt(), START), Optional.empty(), START);
    }

    private static Track waiting(ExportKey key, Instant until) {
        return aTrack(key, new Standing.Waiting(until, Optional.empty(), 0));
    }

    static Track aTrack(ExportKey key, Standing standing) {
        return new Track(
                key,
                Optional.of(INTERVIEW),
                Optional.of(START.minusSeconds(9)),
                Optional.of(new Agreed(OFFER, P_INTERVIEW)),
                Optional.of(new Track.Asked(OFFER, START)),
                Optional.of(new Track.Pushed(P_SCREENING, START, false)),
                standing,
                Optional.of(new Placed(new ApplicationId("77"), Origin.FOUND, 1)),
                0);
    }

    private static Update anUpdate() {
        return new Update(
                "update-1",
                Update.Kind.CANDIDATE_STAGE_CHANGED,
                KEY.subject(),
                Optional.empty(),
                START,
                Optional.of(new Update.StageMove("offer", Optional.of("interview"))));
    }

    static List<Update.Detail> details() {
        return List.of(
                new Update.StageMove("offer", Optional.empty()),
                new Update.Lost("gone", "It is gone."),
                new Update.Duplicates(List.of(URI.create("https://acme.example.com/applications/1"))));
    }

    @ParameterizedTest
    @MethodSource("details")
    void keeps_every_detail_of_what_is_told(Update.Detail detail) {
        var update = new Update(
                "update-2",
                Update.Kind.EXPORT_UNTRACKED,
                KEY.subject(),
                Optional.of(ErrorCode.UNTRACKED),
                START,
                Optional.of(detail));
        outbox().add(update);

        assertThat(outbox().pending(LATER)).containsExactly(update);
    }
}
