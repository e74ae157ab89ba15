package com.hackajob.pinpoint.lambda;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace of X-Ray that an invocation is part of. Callers of the API may have written into it: only what looks like one is
 * passed on, and only its root, which X-Ray searches by, goes into the log.
 *
 * @param header as it is passed on
 */
record Trace(Optional<String> header) {

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9=;:|._-]{1,256}");
    private static final Pattern ROOT = Pattern.compile("(?:^|;)Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)");

    /** Where the runtime left it: one that is not AWS's own can't set the environment. */
    static Trace ofThisInvocation() {
        String property = System.getProperty("com.amazonaws.xray.traceHeader");
        return of(property == null ? System.getenv("_X_AMZN_TRACE_ID") : property);
    }

    static Trace of(@Nullable String header) {
        return new Trace(
                Optional.ofNullable(header).filter(text -> HEADER.matcher(text).matches()));
    }

    Optional<String> root() {
        return header.map(ROOT::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
    }
}
