package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.export.ExportFixtures.aKeyOfAnotherJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.connection.Change;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.export.Situations.Situation;
import com.hackajob.pinpoint.mapping.Mappings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Situations} does, filled through the other ports of the same store. */
public abstract class SituationsContract {

    protected abstract Situations situations();

    protected abstract Connections connections();

    protected abstract Mappings mappings();

    @Test
    void reads_neither_where_there_is_neither() {
        assertThat(situations().read(KEY)).isEqualTo(new Situation(Optional.empty(), Optional.empty()));
    }

    @Test
    void reads_the_connection_and_the_mapping_together() {
        connect();
        map();

        assertThat(situations().read(KEY))
                .isEqualTo(new Situation(Optional.of(aConnection()), Optional.of(aMapping())));
    }

    @Test
    void reads_the_one_where_the_other_is_missing() {
        connect();
        assertThat(situations().read(KEY)).isEqualTo(new Situation(Optional.of(aConnection()), Optional.empty()));
    }

    @Test
    void reads_the_mapping_where_there_is_no_connection() {
        map();
        assertThat(situations().read(KEY)).isEqualTo(new Situation(Optional.empty(), Optional.of(aMapping())));
    }

    @Test
    void takes_nothing_from_another_job_or_company() {
        connect();
        map();

        assertThat(situations().read(aKeyOfAnotherJob()))
                .isEqualTo(new Situation(Optional.of(aConnection()), Optional.empty()));
        assertThat(situations().read(aKey(OTHER_COMPANY, "candidate-1")))
                .isEqualTo(new Situation(Optional.empty(), Optional.empty()));
    }

    @Test
    void an_ended_connection_is_none() {
        connections().save(Change.first(ConnectionFixtures.ended()));

        assertThat(situations().read(KEY)).isEqualTo(new Situation(Optional.empty(), Optional.empty()));
    }

    private void connect() {
        connections().save(Change.first(aConnection()));
    }

    private void map() {
        mappings().save(new Mappings.Change(aMapping(), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
