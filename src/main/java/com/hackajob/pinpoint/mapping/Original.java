package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.connection.Connection;
import java.util.Optional;

/** The mapping that an import clones. */
sealed interface Original {

    /** @param connection with which both are read now */
    record Found(Connection connection, Mapping mapping) implements Original {

        /** Which Pinpoint job is meant; empty where only a choice can tell, since the mapping is of another account. */
        Optional<PinpointJobId> pinpointJob(Optional<PinpointJobId> chosen) {
            return chosen.or(() -> Optional.of(mapping.pinpointJob().id()).filter(_ -> mapping.fits(connection)));
        }

        /** @param job onto which it is cloned */
        MatchStages stages(JobId job) {
            return new MatchStages(
                    mapping.stages(),
                    mapping.snapshot().asMapped().stages(),
                    mapping.job().equals(job),
                    mapping.fits(connection));
        }
    }

    /** @param field the part of the wish that is meant */
    record Missing(ErrorCode code, String field) implements Original {}
}
