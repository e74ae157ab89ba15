package com.hackajob.pinpoint.local.pinpoint;

/** An e-mail that Pinpoint would have sent. */
public record Notification(String subject, String recipient) {

    /** Stands for the employer's people in Pinpoint. */
    public static final String USERS = "users";
}
