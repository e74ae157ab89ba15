package com.hackajob.pinpoint.connection;

import java.util.Set;

/**
 * What an employer sets for all its jobs.
 *
 * @param channel where Pinpoint is told that candidates come from; one of Pinpoint's own words
 * @param channelSource the name beside it
 * @param notifyCandidate whether Pinpoint may mail the candidate and its own users when an application arrives
 */
public record Settings(String channel, String channelSource, boolean notifyCandidate) {

    /** The channels that Pinpoint documents (developers.pinpointhq.com, docs/channels) and that an export can have. */
    public static final Set<String> CHANNELS = Set.of(
            "careers_site",
            "chrome_extension",
            "direct",
            "employee_referral",
            "event",
            "in_store",
            "internal",
            "job_board",
            "manual",
            "organic_search",
            "other",
            "paid_job_board",
            "paid_search",
            "paid_social",
            "recruiter",
            "social",
            "undetermined");

    private static final int LONGEST = 100;

    /** As long as nobody has set anything. */
    public static final Settings STANDARD = new Settings("job_board", "hackajob", false);

    public Settings {
        checkSource(channel, channelSource);
    }

    /** Refuses what Pinpoint would not take as a candidate's source. */
    public static void checkSource(String channel, String channelSource) {
        if (!CHANNELS.contains(channel)) {
            throw new IllegalArgumentException("not a channel");
        }
        if (channelSource.isBlank()
                || channelSource.length() > LONGEST
                || channelSource.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a channel source");
        }
    }
}
