package com.hackajob.pinpoint.export;

/**
 * Where Pinpoint says that a candidate came from.
 *
 * @param channel one of Pinpoint's words
 * @param detail free text beside it
 */
public record Source(String channel, String detail) {}
