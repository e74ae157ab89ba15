package com.hackajob.pinpoint.lambda;

/** The caller sent something that this route does not take. Stays inside this package: {@link Api} answers it. */
final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    InvalidRequest(String field) {
        super("invalid " + field);
        this.field = field;
    }

    String field() {
        return field;
    }
}
