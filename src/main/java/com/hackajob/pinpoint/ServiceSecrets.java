package com.hackajob.pinpoint;

/** Secrets of the integration itself, by the name that configuration gives: hackajob's service token, the OAuth client. */
public interface ServiceSecrets {

    /** The value, read once per process until it is forgotten. */
    String read(String name);

    /** Called when the other side no longer accepts it: the next read is fresh. */
    void forget(String name);
}
