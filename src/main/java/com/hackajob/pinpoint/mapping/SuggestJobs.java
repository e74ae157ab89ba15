package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ranks the Pinpoint jobs that a hackajob job may stand for, by title. For a person to choose from: nothing is saved.
 *
 * @param limit of how many are suggested
 */
public record SuggestJobs(int limit) {

    /** Below it two titles share a word by chance. */
    private static final int THRESHOLD = 35;

    /** Best first; open jobs before others that are as good; a total order, so that the order of the jobs does not matter. */
    private static final Comparator<Suggestion> RANK = Comparator.comparingInt(Suggestion::score)
            .reversed()
            .thenComparing(suggestion -> !suggestion.job().takesApplications())
            .thenComparingInt(suggestion -> suggestion.job().id().value().length())
            .thenComparing(suggestion -> suggestion.job().id().value())
            .thenComparing(suggestion -> suggestion.job().title())
            .thenComparing(suggestion -> suggestion.job().status());

    public SuggestJobs {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of at least one");
        }
    }

    public List<Suggestion> suggest(String title, Collection<Summary> jobs) {
        var wanted = Title.of(title);
        Set<PinpointJobId> seen = new HashSet<>();
        return jobs.stream()
                .flatMap(job -> rate(wanted, job))
                .sorted(RANK)
                .filter(suggestion -> seen.add(suggestion.job().id()))
                .limit(limit)
                .toList();
    }

    private static Stream<Suggestion> rate(Title wanted, Summary job) {
        return Likeness.of(wanted, Title.of(job.title())).stream()
                .filter(likeness -> likeness.score() >= THRESHOLD)
                .map(likeness -> new Suggestion(job, likeness.score(), likeness.reason()));
    }

    /**
     * @param score up to 100, which is the same title
     * @param reason in words
     */
    public record Suggestion(Summary job, int score, String reason) {}
}
