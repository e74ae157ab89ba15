package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.connection.Connection;

/**
 * Pinpoint holds an application for the export.
 *
 * @param generation of the connection whose account holds it: in another account the id is somebody else's
 */
public record Placed(ApplicationId application, Receipt.Origin origin, int generation) implements Placement {

    /** Whether it is in the account that is connected now. */
    public boolean isIn(Connection connection) {
        return generation == connection.generation();
    }
}
