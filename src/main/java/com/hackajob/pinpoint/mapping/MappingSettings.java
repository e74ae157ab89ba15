package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.connection.Settings;
import java.util.Optional;

/**
 * What an employer sets for one job.
 *
 * @param notifyCandidate whether Pinpoint mails the candidate and its own users when an application arrives
 * @param source where Pinpoint is told that this job's candidates come from; empty for what the company has set
 * @param pushesRejections whether a rejection on hackajob moves the candidate in Pinpoint, which may then mail them
 */
public record MappingSettings(boolean notifyCandidate, Optional<Source> source, boolean pushesRejections) {

    /** @see Settings#channel */
    public record Source(String channel, String channelSource) {
        public Source {
            Settings.checkSource(channel, channelSource);
        }
    }
}
