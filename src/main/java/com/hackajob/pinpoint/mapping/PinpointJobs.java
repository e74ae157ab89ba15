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
     * A hundred of the account's jobs, each with its stages.
     *
     * @param after empty for the first page
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer, or asks us to slow down
     */
    PinpointAnswer<Jobs> listWithStages(Connection connection, Optional<Position> after);

    /**
     * As {@link #find}, and where in the company the job belongs.
     *
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer, or asks us to slow down
     */
    PinpointAnswer<Description> describe(Connection connection, PinpointJobId job);

    /**
     * @param text words of the title
     * @param statuses Pinpoint's own words, none for all
     * @param after empty for the first page
     */
    record Search(
            Optional<String> text,
            List<String> statuses,
            Within department,
            Within location,
            Optional<Position> after) {
        public Search {
            statuses = List.copyOf(statuses);
        }

        public Search after(Position position) {
            return new Search(text, statuses, department, location, Optional.of(position));
        }
    }

    /**
     * Which departments or locations are meant: those of these names and those of these ids; none for all.
     *
     * @param names exact; a name with a comma can't be said here, only by its id
     */
    record Within(List<String> names, List<String> ids) {

        public static final Within ANY = new Within(List.of(), List.of());

        public Within {
            names = List.copyOf(names);
            ids = List.copyOf(ids);
        }
    }

    /**
     * How far a list was read. Pinpoint has page numbers and nothing else; the last job shown tells what of the next page
     * was shown before, where jobs have come in between.
     */
    record Position(int page, PinpointJobId last) {}

    /**
     * @param next where the next page begins, empty on the last
     * @param unitsShown whether the credential may read departments and locations
     */
    record Page(List<Summary> jobs, Optional<Position> next, boolean unitsShown) {
        public Page {
            jobs = List.copyOf(jobs);
        }
    }

    /** @param next where the next page begins, empty on the last */
    record Jobs(List<PinpointJob> jobs, Optional<Position> next) {
        public Jobs {
            jobs = List.copyOf(jobs);
        }
    }

    record Summary(PinpointJobId id, String title, String status, Units units) {

        public boolean takesApplications() {
            return PinpointJob.takesApplications(status);
        }
    }

    /** @param unitsShown whether the credential may read departments and locations */
    record Description(PinpointJob job, Units units, boolean unitsShown) {}

    /** Where a job belongs. Absent is what the job does not have, and what the credential may not read. */
    record Units(Optional<Unit> department, Optional<Unit> location) {

        public static final Units NONE = new Units(Optional.empty(), Optional.empty());
    }

    /** A department or a location. */
    record Unit(String id, String name) {}
}
