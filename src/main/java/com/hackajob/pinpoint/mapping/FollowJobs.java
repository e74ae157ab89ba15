package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.connection.PinpointAnswer.Given;
import com.hackajob.pinpoint.mapping.PinpointJobs.Jobs;
import com.hackajob.pinpoint.mapping.PinpointJobs.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows all Pinpoint jobs of a company's mappings: a drift is found before a candidate meets it. Costs a call for each
 * hundred jobs of the account, or one for each mapped job where these are few, and writes down only what changed.
 */
public final class FollowJobs {

    /** Up to so many jobs it is cheaper to ask for each than to read through the account. */
    private static final int FEW = 5;

    /** What the list does not show is asked for one by one, but not without end. */
    private static final int MOST_ASKED = 50;

    private static final int PAGE = 100;

    private final PinpointJobs pinpointJobs;
    private final Mappings mappings;
    private final FollowJob followJob;

    public FollowJobs(PinpointJobs pinpointJobs, Mappings mappings, FollowJob followJob) {
        this.pinpointJobs = pinpointJobs;
        this.mappings = mappings;
        this.followJob = followJob;
    }

    /**
     * @return the hackajob jobs for which a candidate could not be sent before and can be now
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer; what was followed until then stays followed
     */
    public List<JobId> follow(Connection connection) {
        Map<PinpointJobId, List<Mapping>> mapped = all(connection.company()).stream()
                .filter(mapping -> mapping.fits(connection))
                .collect(Collectors.groupingBy(mapping -> mapping.pinpointJob().id()));
        Map<PinpointJobId, PinpointJob> live =
                mapped.size() > FEW ? readThrough(connection, mapped.keySet()) : Map.of();
        List<JobId> mended = new ArrayList<>();
        int asked = 0;
        for (var entry : mapped.entrySet()) {
            Optional<PinpointJob> job = Optional.ofNullable(live.get(entry.getKey()));
            if (job.isEmpty() && asked < MOST_ASKED) {
                asked++;
                job = read(connection, entry.getKey(), entry.getValue().getFirst());
            }
            job.ifPresent(now -> mended.addAll(follow(entry.getValue(), now)));
        }
        return mended;
    }

    private List<Mapping> all(CompanyId company) {
        List<Mapping> all = new ArrayList<>();
        Optional<JobId> after = Optional.empty();
        do {
            Mappings.Page page = mappings.list(company, after, PAGE);
            all.addAll(page.mappings());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    /** The jobs that are mapped, as far as the account's list shows them. */
    private Map<PinpointJobId, PinpointJob> readThrough(Connection connection, Set<PinpointJobId> mapped) {
        Map<PinpointJobId, PinpointJob> found = new HashMap<>();
        Optional<Position> after = Optional.empty();
        do {
            Jobs page = page(connection, after);
            page.jobs().stream().filter(job -> mapped.contains(job.id())).forEach(job -> found.put(job.id(), job));
            after = page.next();
        } while (after.isPresent() && found.size() < mapped.size());
        return found;
    }

    private Jobs page(Connection connection, Optional<Position> after) {
        return pinpointJobs.listWithStages(connection, after) instanceof Given<Jobs>(var page)
                ? page
                // Whoever looks after the connection finds out why, and tells.
                : new Jobs(List.of(), Optional.empty());
    }

    /** What the list does not show may be gone, or moved while it was read: the job itself tells. */
    private Optional<PinpointJob> read(Connection connection, PinpointJobId id, Mapping known) {
        return switch (pinpointJobs.find(connection, id)) {
            case PinpointAnswer.Given<PinpointJob>(var job) -> Optional.of(job);
            case PinpointAnswer.Absent<PinpointJob>() ->
                Optional.of(known.pinpointJob().gone());
            case PinpointAnswer.Denied<PinpointJob> _ -> Optional.empty();
        };
    }

    private List<JobId> follow(List<Mapping> its, PinpointJob live) {
        return its.stream()
                .filter(mapping -> !live.equals(mapping.pinpointJob()))
                .filter(mapping -> isMended(mapping, live))
                .map(Mapping::job)
                .toList();
    }

    private boolean isMended(Mapping seen, PinpointJob live) {
        Optional<Mapping> now = followJob.follow(seen, live);
        return seen.obstacle().isPresent()
                && now.filter(mapping -> mapping.obstacle().isEmpty()).isPresent();
    }
}
