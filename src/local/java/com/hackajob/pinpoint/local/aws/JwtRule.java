package com.hackajob.pinpoint.local.aws;

import java.util.List;

/** Whose tokens a route takes. */
public record JwtRule(String issuer, List<String> audiences) {

    public JwtRule {
        audiences = List.copyOf(audiences);
    }
}
