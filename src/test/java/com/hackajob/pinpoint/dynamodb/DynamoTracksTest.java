package com.hackajob.pinpoint.dynamodb;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.stagesync.Track;
import com.hackajob.pinpoint.stagesync.Tracks;
import com.hackajob.pinpoint.stagesync.Tracks.Change;
import com.hackajob.pinpoint.stagesync.Tracks.Direction;
import com.hackajob.pinpoint.stagesync.TracksContract;
import com.hackajob.pinpoint.updates.Outbox;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DynamoTracksTest extends TracksContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Tracks tracks() {
        return new DynamoTracks(table);
    }

    @Override
    protected Ledger ledger() {
        return new DynamoLedger(table);
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(table);
    }

    @Override
    protected void put(Connection connection) {
        table.put(ConnectionItem.write(connection));
    }

    @Override
    protected void put(Mapping mapping) {
        table.put(MappingItem.write(mapping));
    }

    @Test
    void an_erasure_leaves_no_track() {
        tracks().save(new Change(Track.fresh(KEY), Optional.empty(), Optional.empty(), START, false));

        ledger().claim(KEY, START, Duration.ofMinutes(1));
        ledger().erase(ledger().find(KEY).orElseThrow(), new ExportState.Erased(START, Optional.empty()));

        assertThat(table.get(Keys.company(KEY.company()), Keys.track(KEY))).isEmpty();
    }

    @Test
    void only_a_track_without_an_export_expires() {
        tracks().save(new Change(Track.fresh(KEY), Optional.empty(), Optional.empty(), START, true));
        assertThat(row().number("expiresAt"))
                .isEqualTo(START.plusSeconds(90L * 24 * 60 * 60).getEpochSecond());

        tracks().save(new Change(tracks().read(KEY).track(), Optional.empty(), Optional.empty(), START, false));
        assertThat(row().has("expiresAt")).isFalse();
    }

    @Test
    void the_last_move_each_way_is_kept_for_the_company() {
        tracks().save(new Change(Track.fresh(KEY), Optional.empty(), Optional.of(Direction.IN), START, false));
        tracks().save(new Change(
                tracks().read(KEY).track(), Optional.empty(), Optional.of(Direction.OUT), START.plusSeconds(1), false));

        Item stages = table.get(Keys.company(KEY.company()), Keys.STAGES).orElseThrow();
        assertThat(stages.instant("lastIn")).isEqualTo(START);
        assertThat(stages.instant("lastOut")).isEqualTo(START.plusSeconds(1));
    }

    private Item row() {
        return table.get(Keys.company(KEY.company()), Keys.track(KEY)).orElseThrow();
    }
}
