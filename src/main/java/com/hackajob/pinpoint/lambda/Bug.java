package com.hackajob.pinpoint.lambda;

/** How a bug is told to the log: messages of others may quote what they were given, so the class and the place have to do. */
final class Bug {

    private Bug() {}

    static String in(String what, RuntimeException bug) {
        // A virtual machine leaves the trace out when the same exception is thrown very often.
        String place = bug.getStackTrace().length == 0 ? "an unknown place" : bug.getStackTrace()[0].toString();
        return what + " failed: " + bug.getClass().getName() + " at " + place;
    }
}
