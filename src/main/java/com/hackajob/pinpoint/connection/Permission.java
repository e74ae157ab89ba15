package com.hackajob.pinpoint.connection;

import java.util.List;

/**
 * One tick box of a Pinpoint API key, and what we know of it.
 *
 * @param name as Pinpoint writes it
 */
public record Permission(String name, State state) {

    public static final String JOB_READ = "Job: Read";
    public static final String APPLICATION_READ = "Application: Read";
    public static final String APPLICATION_WRITE = "Application: Write";

    /** What a probe can't tell stays as it was known. */
    static List<Permission> merged(List<Permission> probed, List<Permission> known) {
        return probed.stream()
                .map(permission -> permission.state == State.UNKNOWN ? knownOr(permission, known) : permission)
                .toList();
    }

    private static Permission knownOr(Permission permission, List<Permission> known) {
        return known.stream()
                .filter(old -> old.name.equals(permission.name))
                .findFirst()
                .orElse(permission);
    }

    static List<Permission> writing(List<Permission> permissions, State state) {
        return permissions.stream()
                .map(permission -> permission.name.equals(APPLICATION_WRITE)
                        ? new Permission(APPLICATION_WRITE, state)
                        : permission)
                .toList();
    }

    static boolean isAnyMissing(List<Permission> permissions) {
        return permissions.stream().anyMatch(permission -> permission.state == State.MISSING);
    }

    public enum State {
        OK,
        MISSING,
        /** Writing can't be tried without writing: unknown until the first export. */
        UNKNOWN
    }
}
