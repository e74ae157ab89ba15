package com.hackajob.pinpoint.connection;

/**
 * One tick box of a Pinpoint API key, and what we know of it.
 *
 * @param name as Pinpoint writes it
 */
public record Permission(String name, State state) {

    public enum State {
        OK,
        MISSING,
        /** Writing can't be tried without writing: unknown until the first export. */
        UNKNOWN
    }
}
