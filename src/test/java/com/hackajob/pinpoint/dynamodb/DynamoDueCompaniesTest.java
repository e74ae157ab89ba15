package com.hackajob.pinpoint.dynamodb;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.export.DueCompanies;
import com.hackajob.pinpoint.export.DueCompaniesContract;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.stagesync.Track;
import com.hackajob.pinpoint.stagesync.Track.Standing.Waiting;
import com.hackajob.pinpoint.stagesync.Tracks.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DynamoDueCompaniesTest extends DueCompaniesContract {

    private final Table table = LocalTable.empty();
    private final List<Duration> oldestWaiting = new ArrayList<>();

    @Override
    protected Ledger ledger() {
        return new DynamoLedger(table);
    }

    @Override
    protected DueCompanies dueCompanies() {
        return new DynamoDueCompanies(table, new NoTelemetry() {
            @Override
            public void oldestWaiting(Duration length) {
                oldestWaiting.add(length);
            }
        });
    }

    @Test
    void tells_for_how_long_the_longest_waiting_export_could_have_been_taken_up() {
        wait("company-1", new ExportState.Waiting(START.plusSeconds(60), ErrorCode.RATE_LIMITED, 1));
        wait("company-2", new ExportState.Waiting(START.plusSeconds(30), ErrorCode.RATE_LIMITED, 1));
        wait("company-3", new ExportState.Waiting(START.plusSeconds(900), ErrorCode.RATE_LIMITED, 1));

        dueCompanies().at(START.plusSeconds(90));

        assertThat(oldestWaiting).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void an_earlier_acceptance_that_waits_for_its_turn_says_nothing_and_nor_does_an_empty_ledger() {
        dueCompanies().at(START);
        wait("company-1", new ExportState.Queued(START));

        assertThat(dueCompanies().at(START.plusSeconds(90))).containsExactly(new CompanyId("company-1"));

        assertThat(oldestWaiting).containsExactly(Duration.ZERO, Duration.ZERO);
    }

    @Test
    void a_move_that_waits_is_work_and_no_export() {
        var track = Track.fresh(aKey("candidate-1")).with(new Waiting(START, Optional.empty(), 0));
        new DynamoTracks(table).save(new Change(track, Optional.empty(), Optional.empty(), START, false));

        assertThat(dueCompanies().at(START.plusSeconds(90)))
                .containsExactly(track.key().company());
        assertThat(oldestWaiting).containsExactly(Duration.ZERO);
    }

    /** Whoever takes it up finds out; that nobody is woken any more would be worse. */
    @Test
    void a_row_that_somebody_spoilt_keeps_nobody_else_from_being_woken() {
        wait("company-1", new ExportState.Waiting(START.plusSeconds(60), ErrorCode.RATE_LIMITED, 1));
        table.put(Item.empty()
                .with("PK", "COMPANY#company-2")
                .with("SK", "EXPORT#job-1#candidate-1")
                .with("company", "company-2")
                .with("due", START)
                .with("GSI2PK", Keys.due(new CompanyId("company-2")))
                .with("GSI2SK", Keys.instant(START)));

        assertThat(dueCompanies().at(START.plusSeconds(90)))
                .containsExactlyInAnyOrder(new CompanyId("company-1"), new CompanyId("company-2"));
    }

    private void wait(String company, ExportState state) {
        var claim = (Ledger.Claim.Granted)
                ledger().claim(aKey(new CompanyId(company), "candidate-1"), START, Duration.ofSeconds(90));
        assertThat(ledger().record(claim, state, Optional.empty(), START)).isTrue();
    }
}
