package com.hackajob.pinpoint.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can go wrong when a process touches something outside of itself. */
enum Fault {
    CRASH_BEFORE,
    CRASH_AFTER,
    /** Wakes up after its lease, and can do so within the guarantee. */
    FROZEN_BEFORE,
    FROZEN_AFTER,
    /** Wakes up when everything has long gone on without it. */
    ASLEEP_BEFORE,
    ASLEEP_AFTER,
    /** 5xx, without effect. */
    UNAVAILABLE,
    /** 429, without effect. */
    RATE_LIMITED,
    /** Without effect. */
    TIMED_OUT,
    /** 401, without effect, and never again. */
    DENIED_ONCE,
    /** It took effect; the connection broke at once. */
    ANSWER_LOST,
    /** It took effect, and was sent once more, as AWS's client does by itself: what is told is what the second one came to. */
    SENT_TWICE,
    /** It took effect; the caller gave up waiting. */
    ANSWER_LATE,
    /** The caller gave up waiting, and then it takes effect. */
    EFFECT_LATE,
    /** What was created is visible S after the start of the POST, and no earlier. */
    HIDDEN,
    HIDDEN_AND_LOST,
    /** As that, but visible only long after S: what the promise does not cover. */
    HIDDEN_BEYOND_S,
    HIDDEN_BEYOND_S_AND_LOST,
    KEY_REVOKED,
    /** The employer connects with a new key, and the old one is revoked at once. */
    SECRET_ROTATED,
    DISCONNECTED,
    MAPPING_EDITED,
    /** All the company's work is begun once more, while this process is in the middle of it. */
    SECOND_WORKER,
    /** All the company's messages come again, the last first. */
    REDELIVERED,
    /** hackajob erases the candidate who accepted last, and the event comes twice: at once, and in its turn. */
    ERASED,
    /** The employer has everything tried anew. */
    REPLAYED;

    /** Conditional writes of one row. A transaction that is sent twice is one to DynamoDB. */
    private static final Set<String> OF_ONE_ROW = Set.of("Ledger.claim", "Ledger.record", "Ledger.resume");

    private static final Set<Fault> OF_CREATING =
            EnumSet.of(HIDDEN, HIDDEN_AND_LOST, HIDDEN_BEYOND_S, HIDDEN_BEYOND_S_AND_LOST);

    boolean isPossibleAt(String call) {
        return switch (this) {
            case DENIED_ONCE -> call.startsWith("PinpointApplications.");
            case SENT_TWICE -> OF_ONE_ROW.contains(call);
            default -> call.equals(Boundaries.CREATE) || !OF_CREATING.contains(this);
        };
    }

    static List<Fault> at(String call) {
        return Stream.of(values()).filter(fault -> fault.isPossibleAt(call)).toList();
    }
}
