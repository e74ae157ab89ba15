package com.hackajob.pinpoint.local.aws;

import java.util.regex.Pattern;

/**
 * One action on one resource, allowed by a policy. In both, {@code *} stands for any text and {@code ?} for any
 * character, as IAM has it; actions are compared without regard to case, resources with.
 */
public record Grant(String action, String resource) {

    boolean covers(Access access) {
        return pattern(action, Pattern.CASE_INSENSITIVE)
                        .matcher(access.action())
                        .matches()
                && pattern(resource, 0).matcher(access.resource()).matches();
    }

    private static Pattern pattern(String text, int flags) {
        var quoted = Pattern.quote(text).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(quoted, flags);
    }

    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
