package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingDemanding;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingOf;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingThatMails;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWith;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWithSettings;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWithoutStages;
import static com.hackajob.pinpoint.mapping.MappingFixtures.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings.Change;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Mappings} does. */
public abstract class MappingsContract {

    private static final AuditEntry ENTRY = anEntry("an-entry");
    private static final Version FIRST = aMapping().version();
    private static final Version SECOND = new Version("version-2");

    protected abstract Mappings mappings();

    private static boolean save(Mappings mappings, Mapping mapping, Optional<Version> seen, AuditEntry entry) {
        return mappings.save(Change.edit(mapping, seen, entry));
    }

    /** The audit log of the same store. */
    protected abstract AuditLog audit();

    static List<Mapping> kinds() {
        return List.of(
                aMapping(),
                aMappingWithoutStages(),
                aMappingThatMails(),
                aMappingWithSettings(),
                aMappingDemanding(Demand.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void finds_a_mapping_as_it_was_saved(Mapping mapping) {
        var mappings = mappings();

        assertThat(save(mappings, mapping, Optional.empty(), ENTRY)).isTrue();

        assertThat(mappings.find(COMPANY, JOB)).contains(mapping);
    }

    @Test
    void a_mapping_belongs_to_its_company_and_job_alone() {
        var mappings = mappings();
        save(mappings, aMapping(), Optional.empty(), ENTRY);

        assertThat(mappings.find(OTHER_COMPANY, JOB)).isEmpty();
        assertThat(mappings.find(COMPANY, new JobId("job-2"))).isEmpty();
    }

    @Test
    void does_not_create_over_a_mapping_that_the_editor_did_not_see() {
        var mappings = mappings();
        save(mappings, aMapping(), Optional.empty(), ENTRY);

        assertThat(save(mappings, aMappingWith(SECOND), Optional.empty(), ENTRY))
                .isFalse();

        assertThat(mappings.find(COMPANY, JOB)).contains(aMapping());
    }

    @Test
    void replaces_the_mapping_that_the_editor_saw() {
        var mappings = mappings();
        save(mappings, aMapping(), Optional.empty(), ENTRY);

        assertThat(save(mappings, aMappingWith(SECOND), Optional.of(FIRST), ENTRY))
                .isTrue();

        assertThat(mappings.find(COMPANY, JOB)).contains(aMappingWith(SECOND));
    }

    @Test
    void does_not_replace_a_mapping_that_was_changed_or_removed_in_the_meantime() {
        var mappings = mappings();

        assertThat(save(mappings, aMapping(), Optional.of(SECOND), ENTRY)).isFalse();
        save(mappings, aMapping(), Optional.empty(), ENTRY);
        assertThat(save(mappings, aMapping(), Optional.of(SECOND), ENTRY)).isFalse();
    }

    @Test
    void of_many_editors_who_saw_the_same_only_one_writes() {
        var mappings = mappings();
        save(mappings, aMapping(), Optional.empty(), ENTRY);

        var written = Race.of(
                16, number -> save(mappings, aMappingWith(new Version("by-" + number)), Optional.of(FIRST), ENTRY));

        assertThat(written).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(mappings.find(COMPANY, JOB).map(Mapping::version))
                .contains(new Version("by-" + written.indexOf(true)));
    }

    @Test
    void removes_the_mapping_as_it_is_stored() {
        var mappings = mappings();
        save(mappings, aMapping(), Optional.empty(), ENTRY);

        assertThat(mappings.remove(aMapping(), ENTRY)).isTrue();

        assertThat(mappings.find(COMPANY, JOB)).isEmpty();
        assertThat(mappings.remove(aMapping(), ENTRY)).isFalse();
    }

    @Test
    void does_not_remove_a_mapping_that_was_changed_in_the_meantime() {
        var mappings = mappings();
        save(mappings, aMappingWith(SECOND), Optional.empty(), ENTRY);

        assertThat(mappings.remove(aMapping(), ENTRY)).isFalse();

        assertThat(mappings.find(COMPANY, JOB)).contains(aMappingWith(SECOND));
    }

    @Test
    void writes_the_audit_entry_with_the_change_and_none_without() {
        save(mappings(), aMapping(), Optional.empty(), anEntry("entry-1"));
        save(mappings(), aMapping(), Optional.empty(), anEntry("entry-2"));
        mappings().remove(aMappingWith(SECOND), anEntry("entry-3"));
        mappings().remove(aMapping(), anEntry("entry-4"));

        assertThat(audit().list(COMPANY, Optional.empty(), 10).entries())
                .containsExactly(anEntry("entry-4"), anEntry("entry-1"));
    }

    @Test
    void lists_a_companys_mappings_page_by_page_without_gap_or_repeat() {
        var jobs = IntStream.range(0, 25)
                .mapToObj(number -> new JobId("job-" + (100 + number)))
                .toList();
        jobs.forEach(job -> save(mappings(), aMappingOf(job), Optional.empty(), ENTRY));
        save(mappings(), aMappingOf(OTHER_COMPANY), Optional.empty(), ENTRY);

        List<JobId> listed = new ArrayList<>();
        Optional<JobId> after = Optional.empty();
        do {
            var page = mappings().list(COMPANY, after, 10);
            page.mappings().forEach(mapping -> listed.add(mapping.job()));
            after = page.next();
        } while (after.isPresent());

        assertThat(listed).isEqualTo(jobs);
    }
}
