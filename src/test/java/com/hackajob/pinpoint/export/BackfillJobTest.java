package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.export.BackfillJob.Outcome;
import com.hackajob.pinpoint.export.ExportState.Queued;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.mapping.FakeHackajobJobs;
import com.hackajob.pinpoint.mapping.FakePinpointJobs;
import com.hackajob.pinpoint.mapping.InMemoryMappings;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.PreviewMapping;
import com.hackajob.pinpoint.mapping.PreviewMapping.Preview.Arrival;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackfillJobTest {

    private static final UserId USER = new UserId("user-9");

    private final SettableClock clock = new SettableClock();
    private final InMemoryLedger ledger = new InMemoryLedger(new InMemoryOutbox());
    private final InMemoryMappings mappings = new InMemoryMappings();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final FakeHackajobJobs hackajobJobs = new FakeHackajobJobs();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final BackfillJob backfillJob = backfillJob(audit);

    private BackfillJob backfillJob(AuditLog log) {
        return new BackfillJob(
                ledger,
                mappings,
                new PreviewMapping(connections, mappings, hackajobJobs, pinpointJobs),
                log,
                new Auditor(new SplittableRandom(3), clock),
                clock);
    }

    @BeforeEach
    void three_accept_and_then_the_job_is_mapped() {
        List.of("third", "first", "second").forEach(this::skip);
        connections.put(aConnection());
        hackajobJobs.publish(COMPANY, aJob());
        pinpointJobs.open(aPinpointJob());
        mappings.put(aMapping());
    }

    @Test
    void shows_who_would_be_sent_and_what_would_happen_and_writes_nothing() {
        var shown = (Outcome.Previewed) backfillJob.preview(COMPANY, JOB);

        assertThat(shown.exports())
                .extracting(Export::key)
                .containsExactly(aKey("third"), aKey("first"), aKey("second"));
        assertThat(shown.version()).isEqualTo(aMapping().version());
        assertThat(shown.preview()).isInstanceOf(Arrival.class);
        assertThat(ledger.skipped(COMPANY, JOB)).hasSize(3);
        assertThat(audited()).isEmpty();
    }

    @Test
    void gives_each_a_turn_in_the_order_in_which_they_accepted() {
        assertThat(run(Optional.of(aMapping().version()))).isEqualTo(new Outcome.Queued(3, 0));

        clock.pass(Duration.ofSeconds(1));
        assertThat(ledger.due(COMPANY, clock.instant(), 5))
                .containsExactly(aKey("third"), aKey("first"), aKey("second"));
        assertThat(audited())
                .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::job)
                .containsExactly(tuple(Action.BACKFILLED, Actor.user(USER), Optional.of(JOB)));
    }

    @Test
    void run_again_it_changes_nothing() {
        run(Optional.empty());
        clock.pass(Duration.ofMinutes(1));

        assertThat(run(Optional.empty())).isEqualTo(new Outcome.Queued(0, 0));

        assertThat(ledger.find(aKey("third")).orElseThrow().state())
                .isEqualTo(new Queued(clock.instant().minusSeconds(60)));
        assertThat(audited()).hasSize(1);
    }

    @Test
    void whoever_was_given_a_turn_meanwhile_is_not_counted() {
        var meanwhile = new AuditLog() {
            @Override
            public void add(AuditEntry entry) {
                ledger.resume(ledger.find(aKey("first")).orElseThrow(), new Queued(clock.instant()));
            }

            @Override
            public Page list(CompanyId company, Optional<String> after, int limit) {
                return audit.list(company, after, limit);
            }
        };

        assertThat(backfillJob(meanwhile).run(COMPANY, JOB, USER, Optional.empty()))
                .isEqualTo(new Outcome.Queued(2, 0));
    }

    @Test
    void goes_on_where_it_stopped_when_it_died_in_between() {
        ledger.resume(ledger.find(aKey("third")).orElseThrow(), new Queued(clock.instant()));

        assertThat(run(Optional.empty())).isEqualTo(new Outcome.Queued(2, 0));
    }

    @Test
    void does_five_hundred_at_a_time() {
        IntStream.range(0, 600).forEach(number -> skip("candidate-" + number));

        assertThat(run(Optional.empty())).isEqualTo(new Outcome.Queued(500, 103));
        assertThat(run(Optional.empty())).isEqualTo(new Outcome.Queued(103, 0));
        assertThat(ledger.skipped(COMPANY, JOB)).isEmpty();
    }

    @Test
    void sends_nobody_where_the_mapping_is_not_the_one_that_was_shown() {
        assertThat(run(Optional.of(new Version("another")))).isEqualTo(new Outcome.Refused(ErrorCode.MAPPING_CONFLICT));

        assertThat(ledger.skipped(COMPANY, JOB)).hasSize(3);
    }

    @Test
    void a_job_without_a_mapping_has_nothing_to_send_by() {
        mappings.remove(aMapping(), anEntry("entry-1"));

        assertThat(run(Optional.empty())).isEqualTo(new Outcome.Refused(ErrorCode.MAPPING_NOT_FOUND));
        assertThat(backfillJob.preview(COMPANY, JOB)).isEqualTo(new Outcome.Refused(ErrorCode.MAPPING_NOT_FOUND));
    }

    private Outcome run(Optional<Version> seen) {
        return backfillJob.run(COMPANY, JOB, USER, seen);
    }

    private void skip(String candidate) {
        clock.pass(Duration.ofSeconds(1));
        var claim = (Ledger.Claim.Granted) ledger.claim(aKey(candidate), clock.instant(), Duration.ofMinutes(3));
        ledger.record(claim, new Skipped(), Optional.empty(), clock.instant());
    }

    private List<AuditEntry> audited() {
        return audit.list(KEY.company(), Optional.empty(), 10).entries();
    }
}
