package com.hackajob.pinpoint.stagesync;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.CompanyId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What both stores of polls do. */
public abstract class PollsContract {

    protected abstract Polls polls();

    @Test
    void a_company_that_was_never_polled_begins_anew() {
        assertThat(polls().read(COMPANY)).isEqualTo(Poll.fresh(COMPANY));
    }

    @Test
    void keeps_every_part_and_takes_back_what_is_over() {
        var full = new Poll(
                COMPANY,
                2,
                Optional.of(START),
                Optional.of(new Poll.GoOn(START.minusSeconds(9), 3)),
                START.plusSeconds(1),
                START.plusSeconds(2),
                Optional.of(KEY),
                Optional.empty(),
                Optional.empty());
        polls().save(full);
        assertThat(polls().read(COMPANY)).isEqualTo(full);
        assertThat(polls().read(new CompanyId("company-2"))).isEqualTo(Poll.fresh(new CompanyId("company-2")));

        var bare = new Poll(
                COMPANY,
                3,
                Optional.empty(),
                Optional.empty(),
                START,
                START,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        polls().save(bare);
        assertThat(polls().read(COMPANY)).isEqualTo(bare);
    }
}
