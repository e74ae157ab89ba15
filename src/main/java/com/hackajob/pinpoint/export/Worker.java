package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import java.time.Duration;
import java.time.Instant;

/** Whoever does the work of a company's events. */
public interface Worker {

    /**
     * One taking up of a company's due work.
     *
     * @param tick the minute in which it was due
     * @param number from 0; each round of a minute asks for the next while more is due
     */
    record Round(CompanyId company, Instant tick, int number) {

        /** So long after its minute, there are later ones in the queue behind it. */
        private static final Duration TIMELY = Duration.ofMinutes(2);

        static Round first(CompanyId company, Instant tick) {
            return new Round(company, tick, 0);
        }

        /** Whether the company's queue is so long that later minutes, and whoever accepts now, wait behind it. */
        public boolean isLate(Instant now) {
            return now.isAfter(tick.plus(TIMELY));
        }

        Round next() {
            return new Round(company, tick, number + 1);
        }
    }

    /**
     * Asks for a company's due work to be taken up, after whatever else waits for the company now.
     *
     * @param round the same one counts once
     * @throws com.hackajob.pinpoint.Outage when the queue did not take it
     */
    void wake(Round round);

    /**
     * Asks for the company's connection to be looked after.
     *
     * @param tick calls of the same company and tick count once
     * @throws com.hackajob.pinpoint.Outage when the queue did not take it
     */
    void poll(CompanyId company, Instant tick);
}
