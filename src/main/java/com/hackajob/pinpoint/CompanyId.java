package com.hackajob.pinpoint;

/** A hackajob company: the employer. It always comes from the token or the event's envelope, never from a body. */
public record CompanyId(String value) {
    public CompanyId {
        Identifiers.check("company", value);
    }
}
