package com.hackajob.pinpoint.local.pinpoint;

import java.util.EnumSet;
import java.util.Set;

/** The ticks on an API key: read, write and delete for each resource (names by third parties). */
public enum Permission {
    APPLICATION_READ,
    APPLICATION_WRITE,
    APPLICATION_DELETE,
    CANDIDATE_READ,
    CANDIDATE_WRITE,
    COMMENT_READ,
    COMMENT_WRITE,
    COMMENT_DELETE,
    DEPARTMENT_READ,
    HIRING_WORKFLOW_READ,
    JOB_READ,
    LOCATION_READ,
    USER_READ;

    public static Set<Permission> all() {
        return EnumSet.allOf(Permission.class);
    }
}
