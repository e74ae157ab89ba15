package com.hackajob.pinpoint.audit;

import com.hackajob.pinpoint.UserId;
import java.util.Optional;

/**
 * Who did something.
 *
 * @param user the hackajob user; of a link, the one who asked for it
 */
public record Actor(Kind kind, Optional<UserId> user) {

    /** The integration itself. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, Optional.empty());

    /** A hackajob user, by their token. */
    public static Actor user(UserId user) {
        return new Actor(Kind.USER, Optional.of(user));
    }

    /** Whoever held a link that a hackajob user had asked for. */
    public static Actor link(UserId startedBy) {
        return new Actor(Kind.LINK, Optional.of(startedBy));
    }

    public enum Kind {
        USER,
        LINK,
        SYSTEM
    }
}
