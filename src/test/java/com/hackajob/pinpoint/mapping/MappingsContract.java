package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingDemanding;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingThatMails;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWith;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWithoutStages;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings.Removal;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Mappings} does. */
public abstract class MappingsContract {

    private static final Version FIRST = aMapping().version();
    private static final Version SECOND = new Version("version-2");

    protected abstract Mappings mappings();

    static List<Mapping> kinds() {
        return List.of(aMapping(), aMappingWithoutStages(), aMappingThatMails(), aMappingDemanding(Demand.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void finds_a_mapping_as_it_was_saved(Mapping mapping) {
        var mappings = mappings();

        assertThat(mappings.save(mapping, Optional.empty())).isTrue();

        assertThat(mappings.find(COMPANY, JOB)).contains(mapping);
    }

    @Test
    void a_mapping_belongs_to_its_company_and_job_alone() {
        var mappings = mappings();
        mappings.save(aMapping(), Optional.empty());

        assertThat(mappings.find(OTHER_COMPANY, JOB)).isEmpty();
        assertThat(mappings.find(COMPANY, new JobId("job-2"))).isEmpty();
    }

    @Test
    void does_not_create_over_a_mapping_that_the_editor_did_not_see() {
        var mappings = mappings();
        mappings.save(aMapping(), Optional.empty());

        assertThat(mappings.save(aMappingWith(SECOND), Optional.empty())).isFalse();

        assertThat(mappings.find(COMPANY, JOB)).contains(aMapping());
    }

    @Test
    void replaces_the_mapping_that_the_editor_saw() {
        var mappings = mappings();
        mappings.save(aMapping(), Optional.empty());

        assertThat(mappings.save(aMappingWith(SECOND), Optional.of(FIRST))).isTrue();

        assertThat(mappings.find(COMPANY, JOB)).contains(aMappingWith(SECOND));
    }

    @Test
    void does_not_replace_a_mapping_that_was_changed_or_removed_in_the_meantime() {
        var mappings = mappings();

        assertThat(mappings.save(aMapping(), Optional.of(SECOND))).isFalse();
        mappings.save(aMapping(), Optional.empty());
        assertThat(mappings.save(aMapping(), Optional.of(SECOND))).isFalse();
    }

    @Test
    void of_many_editors_who_saw_the_same_only_one_writes() {
        var mappings = mappings();
        mappings.save(aMapping(), Optional.empty());

        var written =
                Race.of(16, number -> mappings.save(aMappingWith(new Version("by-" + number)), Optional.of(FIRST)));

        assertThat(written).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(mappings.find(COMPANY, JOB).map(Mapping::version))
                .contains(new Version("by-" + written.indexOf(true)));
    }

    @Test
    void removes_a_mapping_whatever_its_version_when_none_is_asked_for() {
        var mappings = mappings();
        mappings.save(aMapping(), Optional.empty());

        assertThat(mappings.remove(COMPANY, JOB, Optional.empty())).isEqualTo(Removal.REMOVED);

        assertThat(mappings.find(COMPANY, JOB)).isEmpty();
    }

    @Test
    void removes_the_mapping_that_the_editor_saw() {
        var mappings = mappings();
        mappings.save(aMapping(), Optional.empty());

        assertThat(mappings.remove(COMPANY, JOB, Optional.of(FIRST))).isEqualTo(Removal.REMOVED);

        assertThat(mappings.find(COMPANY, JOB)).isEmpty();
    }

    @Test
    void does_not_remove_a_mapping_that_was_changed_in_the_meantime() {
        var mappings = mappings();
        mappings.save(aMappingWith(SECOND), Optional.empty());

        assertThat(mappings.remove(COMPANY, JOB, Optional.of(FIRST))).isEqualTo(Removal.CHANGED);

        assertThat(mappings.find(COMPANY, JOB)).contains(aMappingWith(SECOND));
    }

    @Test
    void says_so_when_there_is_nothing_to_remove() {
        assertThat(mappings().remove(COMPANY, JOB, Optional.empty())).isEqualTo(Removal.NOT_THERE);
        assertThat(mappings().remove(COMPANY, JOB, Optional.of(FIRST))).isEqualTo(Removal.NOT_THERE);
    }
}
