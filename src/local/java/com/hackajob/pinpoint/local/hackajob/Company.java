package com.hackajob.pinpoint.local.hackajob;

import java.util.List;
import java.util.stream.Stream;

/** A company, whether it may use the integration, and its Master Account users. */
public record Company(String id, String name, boolean pinpointEnabled, List<Master> masters) {

    public Company {
        masters = List.copyOf(masters);
    }

    /** A Master Account user, by the id that tokens have in {@code sub}. */
    public record Master(String id, String name) {}

    /** A company that may use the integration, without Master Account users. */
    public static Company named(String id, String name) {
        return new Company(id, name, true, List.of());
    }

    public Company disabled() {
        return new Company(id, name, false, masters);
    }

    /** With one more Master Account user. */
    public Company withMaster(String userId, String userName) {
        var more = Stream.concat(masters.stream(), Stream.of(new Master(userId, userName)));
        return new Company(id, name, pinpointEnabled, more.toList());
    }
}
