package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Leave to take one step of connecting a company's Pinpoint account, given by one of its users. Whoever holds the link
 * can use it; the success of the step uses it up.
 *
 * @param tokenHash hash of the link's secret part, and the session's name where that must not be told
 * @param startedBy the user who asked for it
 * @param returnUrl where on hackajob the browser goes in the end
 */
public record ConnectSession(
        String tokenHash,
        CompanyId company,
        UserId startedBy,
        Step step,
        boolean isShareable,
        Names names,
        Optional<URI> returnUrl,
        Instant startedAt,
        Instant expiresAt) {

    /** What can be done with it. */
    public enum Step {
        /** Name an account and open it. */
        ACCOUNT,
        /** Store the webhook's signing secret, and finish. */
        WEBHOOK
    }

    /** Whether that step can be taken with it. */
    public boolean isFor(Step wanted) {
        return step == wanted;
    }

    /** Whether the company was connected or ended its connection since: what the link was given for is over then. */
    boolean isOlderThan(Connection connection) {
        return startedAt.isBefore(connection.since());
    }

    /** The session of the step that comes next. */
    ConnectSession followedBy(String nextHash, Instant now, Instant until) {
        return new ConnectSession(
                nextHash, company, startedBy, Step.WEBHOOK, isShareable, names, returnUrl, now, until);
    }

    /** For whom it is, as people are called: shown on the page and kept nowhere else. */
    public record Names(String company, String user) {
        @Override
        public String toString() {
            return "Names[hidden]";
        }
    }
}
