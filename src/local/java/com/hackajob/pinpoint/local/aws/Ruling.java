package com.hackajob.pinpoint.local.aws;

/** What IAM says to an access. */
public sealed interface Ruling {

    Access access();

    /** @param by what allows it */
    record Granted(Access access, Grant by) implements Ruling {}

    /** Nothing in the function's policies allows it. */
    record Denied(Access access) implements Ruling {}
}
