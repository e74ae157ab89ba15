package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.updates.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tracks of all companies. */
public interface Tracks {

    /** A track and what it depends on, read together. */
    Scene read(ExportKey key);

    /**
     * Writes a track, and the update that tells of it, or neither.
     *
     * @return false when somebody else wrote it since it was read, or the candidate was erased
     */
    boolean save(Change change);

    /** Those of a company whose time has come, the longest waiting first. */
    List<ExportKey> due(CompanyId company, Instant now, int limit);

    /** @param connection only where it is usable */
    record Scene(Optional<Connection> connection, Optional<Mapping> mapping, Optional<Export> export, Track track) {}

    /**
     * @param next with the version that it was read with
     * @param direction which way something moved at that time
     * @param isProvisional whether there is no export to it (yet): kept for a while only
     */
    record Change(
            Track next, Optional<Update> update, Optional<Direction> direction, Instant at, boolean isProvisional) {}

    /** Which way a move went. */
    enum Direction {
        /** From hackajob to Pinpoint. */
        OUT,
        /** From Pinpoint to hackajob. */
        IN
    }
}
