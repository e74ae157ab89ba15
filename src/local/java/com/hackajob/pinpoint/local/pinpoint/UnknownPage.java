package com.hackajob.pinpoint.local.pinpoint;

/** Nothing is documented at this address. */
final class UnknownPage extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
