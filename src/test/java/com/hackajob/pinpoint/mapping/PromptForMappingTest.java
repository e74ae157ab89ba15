package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.mapping.PromptForMapping.Outcome;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.FakeUpdateChannel;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptForMappingTest {

    private static final Instant LATER = START.plusSeconds(60);

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryMappings mappings = new InMemoryMappings();
    private final InMemoryPublishedJobs jobs = new InMemoryPublishedJobs(mappings, outbox);
    private final FakeUpdateChannel channel = new FakeUpdateChannel();
    private final PromptForMapping prompt = new PromptForMapping(jobs, new DeliverUpdate(channel, outbox));

    @Test
    void a_published_job_without_a_mapping_is_prompted_for() {
        assertThat(published(START)).isEqualTo(Outcome.PROMPTED);

        assertThat(channel.sent())
                .containsExactly(new Update(
                        COMPANY.value() + "~job-1~published~" + START.toEpochMilli(),
                        Update.Kind.JOB_NEEDS_MAPPING,
                        Subject.of(COMPANY, JOB),
                        Optional.empty(),
                        START));
        assertThat(outbox.pending(LATER)).isEmpty();
        assertThat(needsMapping()).isTrue();
    }

    @Test
    void a_mapped_job_is_noted_and_nobody_is_asked() {
        mappings.put(aMapping());

        assertThat(published(START)).isEqualTo(Outcome.NOTED);

        assertThat(channel.sent()).isEmpty();
        assertThat(jobs.find(COMPANY, JOB)).contains(new PublishedJob(COMPANY, JOB, "Engineer", true, START, true));
    }

    @Test
    void an_event_that_comes_twice_or_late_changes_nothing() {
        published(LATER);

        assertThat(published(LATER)).isEqualTo(Outcome.KNOWN);
        assertThat(published(START)).isEqualTo(Outcome.KNOWN);
        assertThat(closed(START)).isEqualTo(Outcome.KNOWN);

        assertThat(channel.sent()).hasSize(1);
        assertThat(needsMapping()).isTrue();
    }

    @Test
    void a_job_that_is_published_again_while_it_waits_is_no_news() {
        published(START);

        assertThat(published(LATER)).isEqualTo(Outcome.NOTED);

        assertThat(channel.sent()).hasSize(1);
    }

    @Test
    void closing_settles_it_and_publishing_again_asks_again() {
        published(START);

        assertThat(closed(START.plusSeconds(1))).isEqualTo(Outcome.NOTED);
        assertThat(needsMapping()).isFalse();
        assertThat(jobs.find(COMPANY, JOB).orElseThrow().title()).isEqualTo("Engineer");

        assertThat(published(LATER)).isEqualTo(Outcome.PROMPTED);
        assertThat(needsMapping()).isTrue();
        assertThat(channel.sent())
                .extracting(Update::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void a_job_that_was_closed_before_its_publication_comes_in_stays_closed() {
        assertThat(closed(LATER)).isEqualTo(Outcome.NOTED);

        assertThat(published(START)).isEqualTo(Outcome.KNOWN);

        assertThat(needsMapping()).isFalse();
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void a_mapping_that_is_made_at_the_same_moment_settles_it() {
        var racing = new PromptForMapping(new Racing(() -> mappings.put(aMapping())), delivery());

        assertThat(racing.published(COMPANY, JOB, "Engineer", START)).isEqualTo(Outcome.NOTED);

        assertThat(channel.sent()).isEmpty();
        assertThat(needsMapping()).isFalse();
    }

    @Test
    void a_mapping_that_is_removed_at_the_same_moment_leaves_it_to_be_asked_for() {
        mappings.put(aMapping());
        var racing =
                new PromptForMapping(new Racing(() -> mappings.remove(aMapping(), anEntry("entry-1"))), delivery());

        assertThat(racing.published(COMPANY, JOB, "Engineer", START)).isEqualTo(Outcome.PROMPTED);

        assertThat(needsMapping()).isTrue();
    }

    @Test
    void gives_up_for_now_where_the_job_changes_all_the_time() {
        var never = new PromptForMapping(new Never(), delivery());

        assertThatThrownBy(() -> never.published(COMPANY, JOB, "Engineer", START))
                .isInstanceOf(Outage.class);
    }

    @Test
    void an_update_that_could_not_be_sent_stays_in_the_outbox() {
        var dying = new PromptForMapping(
                jobs,
                new DeliverUpdate(
                        _ -> {
                            throw new Outage(ErrorCode.INTERNAL_ERROR, "no queue");
                        },
                        outbox));

        assertThat(dying.published(COMPANY, JOB, "Engineer", START)).isEqualTo(Outcome.PROMPTED);

        assertThat(outbox.pending(LATER)).hasSize(1);
    }

    @Test
    void a_title_is_cut_where_nobody_reads_on() {
        prompt.published(COMPANY, JOB, "x".repeat(5_000), START);

        assertThat(jobs.find(COMPANY, JOB).orElseThrow().title()).isEqualTo("x".repeat(200));
    }

    private Outcome published(Instant at) {
        return prompt.published(COMPANY, JOB, "Engineer", at);
    }

    private Outcome closed(Instant at) {
        return prompt.closed(COMPANY, JOB, at);
    }

    private boolean needsMapping() {
        return !jobs.needingMapping(COMPANY, Optional.empty(), 10).jobs().isEmpty();
    }

    private DeliverUpdate delivery() {
        return new DeliverUpdate(channel, outbox);
    }

    /** Something happens between the look and the first write. */
    private final class Racing implements PublishedJobs {

        private Runnable meanwhile;

        Racing(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public Optional<PublishedJob> find(CompanyId company, JobId job) {
            return jobs.find(company, job);
        }

        @Override
        public boolean save(PublishedJob next, Optional<PublishedJob> seen, Optional<Update> update) {
            meanwhile.run();
            meanwhile = () -> {};
            return jobs.save(next, seen, update);
        }

        @Override
        public Page needingMapping(CompanyId company, Optional<Position> after, int limit) {
            return jobs.needingMapping(company, after, limit);
        }
    }

    /** Somebody is always faster. */
    private static final class Never implements PublishedJobs {

        @Override
        public Optional<PublishedJob> find(CompanyId company, JobId job) {
            return Optional.empty();
        }

        @Override
        public boolean save(PublishedJob next, Optional<PublishedJob> seen, Optional<Update> update) {
            return false;
        }

        @Override
        public Page needingMapping(CompanyId company, Optional<Position> after, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
