package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWith;
import static com.hackajob.pinpoint.mapping.MappingFixtures.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings.Change;
import com.hackajob.pinpoint.mapping.PublishedJobs.Position;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PublishedJobs} does, together with the {@link Mappings} of the same store. */
public abstract class PublishedJobsContract {

    protected abstract PublishedJobs jobs();

    protected abstract Mappings mappings();

    protected abstract Outbox outbox();

    @Test
    void finds_a_job_as_it_was_saved() {
        assertThat(jobs().save(live(), Optional.empty(), Optional.empty())).isTrue();

        assertThat(jobs().find(COMPANY, JOB)).contains(live());
        assertThat(jobs().find(OTHER_COMPANY, JOB)).isEmpty();
        assertThat(jobs().find(COMPANY, new JobId("job-2"))).isEmpty();
    }

    @Test
    void writes_the_update_with_the_change_and_none_without() {
        var update = new Update(
                "update-1", Update.Kind.JOB_NEEDS_MAPPING, Subject.of(COMPANY, JOB), Optional.empty(), START);
        var second = new Update(
                "update-2", Update.Kind.JOB_NEEDS_MAPPING, Subject.of(COMPANY, JOB), Optional.empty(), START);

        assertThat(jobs().save(live(), Optional.empty(), Optional.of(update))).isTrue();
        assertThat(jobs().save(live(), Optional.empty(), Optional.of(second))).isFalse();

        assertThat(outbox().pending(START)).containsExactly(update);
    }

    @Test
    void a_job_is_written_only_where_it_is_as_it_was_seen() {
        jobs().save(live(), Optional.empty(), Optional.empty());
        var closed = job(JOB, false, START.plusSeconds(1), false);

        assertThat(jobs().save(closed, Optional.of(job(JOB, true, START.minusSeconds(1), false)), Optional.empty()))
                .isFalse();
        assertThat(jobs().save(closed, Optional.of(live()), Optional.empty())).isTrue();
        assertThat(jobs().save(closed, Optional.of(live()), Optional.empty())).isFalse();

        assertThat(jobs().find(COMPANY, JOB)).contains(closed);
    }

    @Test
    void of_many_who_saw_the_same_only_one_writes() {
        jobs().save(live(), Optional.empty(), Optional.empty());

        var written = Race.of(16, number -> jobs().save(
                        job(JOB, false, START.plusSeconds(1 + number), false), Optional.of(live()), Optional.empty()));

        assertThat(written).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void a_mapping_settles_the_job_and_its_removal_asks_again() {
        jobs().save(live(), Optional.empty(), Optional.empty());
        assertThat(needing(COMPANY, 10)).containsExactly(JOB);

        map(aMapping(), Optional.empty());
        assertThat(needing(COMPANY, 10)).isEmpty();
        assertThat(jobs().find(COMPANY, JOB)).contains(job(JOB, true, START, true));

        mappings().remove(aMapping(), anEntry("entry-1"));
        assertThat(needing(COMPANY, 10)).containsExactly(JOB);
        assertThat(jobs().find(COMPANY, JOB)).contains(live());
    }

    @Test
    void a_job_that_was_mapped_first_is_known_to_be_mapped() {
        map(aMapping(), Optional.empty());

        var known = jobs().find(COMPANY, JOB);

        assertThat(known).contains(new PublishedJob(COMPANY, JOB, "", false, Instant.EPOCH, true));
        assertThat(jobs().save(live(), known, Optional.empty())).isTrue();
    }

    @Test
    void an_edit_of_a_mapping_leaves_the_job_alone() {
        map(aMapping(), Optional.empty());
        jobs().save(job(JOB, true, START, true), jobs().find(COMPANY, JOB), Optional.empty());

        map(aMappingWith(new Version("version-2")), Optional.of(aMapping().version()));

        assertThat(jobs().find(COMPANY, JOB)).contains(job(JOB, true, START, true));
    }

    @Test
    void removing_the_mapping_of_a_closed_job_asks_for_nothing() {
        map(aMapping(), Optional.empty());
        jobs().save(job(JOB, false, START, true), jobs().find(COMPANY, JOB), Optional.empty());

        mappings().remove(aMapping(), anEntry("entry-1"));

        assertThat(needing(COMPANY, 10)).isEmpty();
    }

    @Test
    void a_refused_edit_settles_nothing() {
        jobs().save(live(), Optional.empty(), Optional.empty());

        assertThat(map(aMapping(), Optional.of(new Version("another")))).isFalse();

        assertThat(needing(COMPANY, 10)).containsExactly(JOB);
    }

    @Test
    void lists_what_needs_a_mapping_page_by_page_the_longest_published_first() {
        List<JobId> expected = new ArrayList<>();
        for (int number = 25; number > 0; number--) {
            var job = new JobId("job-" + number);
            expected.add(job);
            jobs().save(job(job, true, START.plusSeconds(100 - number), false), Optional.empty(), Optional.empty());
        }
        jobs().save(job(new JobId("closed"), false, START, false), Optional.empty(), Optional.empty());
        jobs().save(
                        new PublishedJob(OTHER_COMPANY, JOB, "Engineer", true, START, false),
                        Optional.empty(),
                        Optional.empty());

        assertThat(needing(COMPANY, 10)).isEqualTo(expected);
        assertThat(needing(COMPANY, 100)).isEqualTo(expected);
    }

    private List<JobId> needing(CompanyId company, int limit) {
        List<JobId> listed = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            var page = jobs().needingMapping(company, after, limit);
            page.jobs().forEach(job -> listed.add(job.job()));
            after = page.next();
        } while (after.isPresent());
        return listed;
    }

    private boolean map(Mapping mapping, Optional<Version> seen) {
        return mappings().save(new Change(mapping, seen, Optional.empty(), Optional.empty()));
    }

    private static PublishedJob live() {
        return job(JOB, true, START, false);
    }

    private static PublishedJob job(JobId job, boolean isLive, Instant since, boolean isMapped) {
        return new PublishedJob(COMPANY, job, "Engineer", isLive, since, isMapped);
    }
}
