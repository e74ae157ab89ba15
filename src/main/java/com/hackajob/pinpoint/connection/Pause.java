package com.hackajob.pinpoint.connection;

import java.time.Duration;

/** Waiting, as the world outside does it. */
public interface Pause {

    void pause(Duration length);
}
