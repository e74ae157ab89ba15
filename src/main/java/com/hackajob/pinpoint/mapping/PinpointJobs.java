package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import java.util.List;
import java.util.Optional;

/** The jobs of a company's Pinpoint account, read fresh: one call to Pinpoint each. */
public interface PinpointJobs {

    /** @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer, or asks us to slow down */
    PinpointAnswer<Page> list(Connection connection, Search search);

    /** @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer, or asks us to slow down */
    PinpointAnswer<PinpointJob> find(Connection connection, PinpointJobId job);

    /**
     * @param text words of the title
     * @param statuses Pinpoint's own words, none for all
     * @param page from 1
     */
    record Search(Optional<String> text, List<String> statuses, int page) {
        public Search {
            statuses = List.copyOf(statuses);
        }
    }

    /** @param next number of the next page, empty on the last */
    record Page(List<Summary> jobs, Optional<Integer> next) {
        public Page {
            jobs = List.copyOf(jobs);
        }
    }

    record Summary(PinpointJobId id, String title, String status) {}
}
