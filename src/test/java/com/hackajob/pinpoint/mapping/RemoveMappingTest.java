package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.RemoveMapping.Removal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RemoveMappingTest {

    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryMappings mappings = new InMemoryMappings(audit);
    private final RemoveMapping removeMapping =
            new RemoveMapping(mappings, new Auditor(new SplittableRandom(7), new SettableClock()));

    @Test
    void removes_whatever_is_there_when_no_version_is_asked_for() {
        mappings.put(aMapping());

        assertThat(remove(Optional.empty())).isEqualTo(Removal.REMOVED);

        assertThat(mappings.find(COMPANY, JOB)).isEmpty();
        assertThat(audit.actions()).containsExactly(Action.MAPPING_REMOVED);
    }

    @Test
    void removes_the_version_that_the_editor_saw_and_no_other() {
        mappings.put(aMapping());

        assertThat(remove(Optional.of(new Version("stale")))).isEqualTo(Removal.CHANGED);
        assertThat(mappings.find(COMPANY, JOB)).contains(aMapping());
        assertThat(remove(Optional.of(aMapping().version()))).isEqualTo(Removal.REMOVED);
    }

    @Test
    void says_so_when_there_is_nothing_to_remove() {
        assertThat(remove(Optional.empty())).isEqualTo(Removal.NOT_THERE);
        assertThat(audit.actions()).isEmpty();
    }

    @Test
    void another_companys_mapping_is_not_there() {
        mappings.put(aMapping());

        assertThat(removeMapping.remove(OTHER_COMPANY, JOB, USER, Optional.empty()))
                .isEqualTo(Removal.NOT_THERE);
        assertThat(mappings.find(COMPANY, JOB)).contains(aMapping());
    }

    private Removal remove(Optional<Version> seen) {
        return removeMapping.remove(COMPANY, JOB, USER, seen);
    }
}
