package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The ports as a process sees them that can die around each side effect. */
final class Mortal {

    private Mortal() {}

    record MortalTracks(Tracks tracks, SideEffects effects) implements Tracks {

        @Override
        public Scene read(ExportKey key) {
            return tracks.read(key);
        }

        @Override
        public boolean save(Change change) {
            return effects.around("save", () -> tracks.save(change));
        }

        @Override
        public List<ExportKey> due(CompanyId company, Instant now, int limit) {
            return tracks.due(company, now, limit);
        }
    }

    record MortalStages(PinpointStages stages, SideEffects effects) implements PinpointStages {

        @Override
        public URI address(Connection connection, ApplicationId application) {
            return stages.address(connection, application);
        }

        @Override
        public PinpointAnswer<Seen> read(Connection connection, ApplicationId application) {
            return stages.read(connection, application);
        }

        @Override
        public Move move(Connection connection, ApplicationId application, PinpointStageId stage) {
            return effects.around("move", () -> stages.move(connection, application, stage));
        }

        @Override
        public PinpointAnswer<List<Seen>> changedAfter(Connection connection, Instant time, int page) {
            return stages.changedAfter(connection, time, page);
        }

        @Override
        public PinpointAnswer<List<Seen>> bearing(Connection connection, List<Reference> references) {
            return stages.bearing(connection, references);
        }
    }
}
