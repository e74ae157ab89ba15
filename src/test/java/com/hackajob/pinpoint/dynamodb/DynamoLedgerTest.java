package com.hackajob.pinpoint.dynamodb;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aReceipt;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Submitting;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Ledger.Place;
import com.hackajob.pinpoint.export.LedgerContract;
import com.hackajob.pinpoint.stagesync.Track;
import com.hackajob.pinpoint.stagesync.Tracks.Change;
import com.hackajob.pinpoint.updates.Outbox;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoLedgerTest extends LedgerContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Ledger ledger() {
        return new DynamoLedger(table);
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(table);
    }

    @Test
    void an_erased_row_does_not_say_what_it_waited_for() {
        var claim = (Claim.Granted) ledger().claim(KEY, START, Duration.ofSeconds(90));
        ledger().record(claim, new Held(START, ErrorCode.JOB_CLOSED), Optional.empty(), START);
        assertThat(row(Keys.export(KEY))).containsKeys("told", "code");

        ledger().erase(ledger().find(KEY).orElseThrow(), new Erased(START, Optional.empty()));

        assertThat(row(Keys.export(KEY))).doesNotContainKeys("told", "code");
    }

    /** Whatever state came before. */
    @Test
    void an_erased_row_keeps_no_more_than_a_tombstone_needs() {
        var claim = (Claim.Granted) ledger().claim(KEY, START, Duration.ofSeconds(90));
        ledger().begin(claim, new Place(1, PINPOINT_JOB, START), new Submitting(START), START);
        ledger().record(claim, new Held(START, ErrorCode.JOB_CLOSED), Optional.empty(), START);
        var again = (Claim.Granted) ledger().claim(KEY, START, Duration.ofSeconds(90));
        ledger().record(
                        again,
                        new Submitted(START, aReceipt().placed(), ErrorCode.RATE_LIMITED, 2),
                        Optional.empty(),
                        START);
        var last = (Claim.Granted) ledger().claim(KEY, START, Duration.ofSeconds(90));
        ledger().record(last, new Verified(aReceipt(), START), Optional.empty(), START);
        new DynamoTracks(table).save(new Change(Track.fresh(KEY), Optional.empty(), Optional.empty(), START, false));
        assertThat(row(Keys.export(KEY))).containsKeys("receipt", "code", "mayExist", "GSI1PK");
        assertThat(row(Keys.track(KEY))).isNotEmpty();

        ledger().erase(ledger().find(KEY).orElseThrow(), new Erased(START, Optional.empty()));

        assertThat(row(Keys.export(KEY)))
                .containsOnlyKeys(
                        "PK",
                        "SK",
                        "company",
                        "job",
                        "candidate",
                        "state",
                        "version",
                        "attempts",
                        "cameAt",
                        "updatedAt",
                        "erasedAt",
                        "application",
                        "origin",
                        "generation");
        assertThat(row(Keys.track(KEY))).isEmpty();
    }

    private Map<String, AttributeValue> row(String sk) {
        return table.get(Keys.company(KEY.company()), sk).map(Item::values).orElseGet(Map::of);
    }
}
