package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** {@link Ledger} in memory. */
public final class InMemoryLedger implements Ledger {

    private final InMemoryOutbox outbox;
    private final Map<ExportKey, Row> rows = new HashMap<>();
    private final Map<Seat, Taken> seats = new HashMap<>();

    private record Seat(CompanyId company, int generation, PinpointJobId job, CandidateId candidate) {}

    /** @param begun who ever had it */
    private record Taken(ExportKey by, Instant until, SortedSet<JobId> begun) {}

    /** @param outbox where the updates go that are recorded together with a state */
    public InMemoryLedger(InMemoryOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public synchronized Claim claim(ExportKey key, Instant now, Duration lease) {
        Row row = rows.getOrDefault(key, Row.fresh(now));
        if (!row.isDue(now)) {
            return new Claim.NotDue();
        }
        Row claimed = row.claimed(now, lease);
        rows.put(key, claimed);
        return claimed.granted(key);
    }

    @Override
    public synchronized boolean record(Claim.Granted claim, ExportState state, Optional<Update> update, Instant now) {
        if (!isHeldBy(claim)) {
            return false;
        }
        rows.put(claim.key(), rows.get(claim.key()).with(state, now));
        update.ifPresent(outbox::add);
        return true;
    }

    @Override
    public synchronized Begun begin(Claim.Granted claim, Place place, ExportState.Submitting state, Instant now) {
        if (!isHeldBy(claim)) {
            return Begun.TAKEN_OVER;
        }
        var seat = new Seat(
                claim.key().company(),
                place.generation(),
                place.job(),
                claim.key().candidate());
        Taken taken = seats.get(seat);
        boolean isFree = taken == null
                || taken.by().equals(claim.key())
                || !taken.until().isAfter(place.lookedAt());
        if (!isFree) {
            return Begun.OCCUPIED;
        }
        SortedSet<JobId> begun = new TreeSet<>(Comparator.comparing(JobId::value));
        begun.add(claim.key().job());
        Optional.ofNullable(taken).map(Taken::begun).ifPresent(begun::addAll);
        seats.put(seat, new Taken(claim.key(), state.until(), begun));
        rows.put(claim.key(), rows.get(claim.key()).with(state, now));
        return Begun.YES;
    }

    @Override
    public synchronized List<Contested> contested(CompanyId company, Instant now) {
        return seats.entrySet().stream()
                .filter(seat -> seat.getKey().company().equals(company))
                .filter(seat -> seat.getValue().begun().size() > 1)
                .filter(seat -> now.isBefore(seat.getValue().until().plus(CONTESTED_FOR)))
                .map(seat -> new Contested(
                        seat.getKey().generation(),
                        seat.getKey().job(),
                        seat.getValue().begun().stream()
                                .map(job -> new ExportKey(
                                        company, job, seat.getKey().candidate()))
                                .toList()))
                .toList();
    }

    private boolean isHeldBy(Claim.Granted claim) {
        Row row = rows.get(claim.key());
        return row != null
                && row.version() == claim.version()
                && row.state().due().isPresent();
    }

    @Override
    public synchronized Optional<Export> find(ExportKey key) {
        return Optional.ofNullable(rows.get(key)).map(row -> row.export(key));
    }

    @Override
    public synchronized Page list(CompanyId company, Optional<ExportKey> after, int limit) {
        List<Export> rest = rows.entrySet().stream()
                .map(entry -> entry.getValue().export(entry.getKey()))
                .filter(export -> export.key().company().equals(company))
                .sorted(Comparator.comparing(export -> order(export.key())))
                .filter(export -> after.isEmpty() || order(export.key()).compareTo(order(after.get())) > 0)
                .toList();
        List<Export> page = rest.stream().limit(limit).toList();
        return new Page(
                page, page.size() < rest.size() ? Optional.of(page.getLast().key()) : Optional.empty());
    }

    private static String order(ExportKey key) {
        return key.job().value() + "#" + key.candidate().value();
    }

    @Override
    public synchronized List<ExportKey> due(CompanyId company, Instant now, int limit) {
        return Turns.of(
                due(now, key -> key.company().equals(company)).stream(),
                key -> rows.get(key).state() instanceof ExportState.Queued,
                limit);
    }

    @Override
    public synchronized int waiting(CompanyId company, int limit) {
        return Math.toIntExact(rows.entrySet().stream()
                .filter(entry -> entry.getKey().company().equals(company))
                .filter(entry -> isWaiting(entry.getValue().state()))
                .limit(limit)
                .count());
    }

    private static boolean isWaiting(ExportState state) {
        return switch (state) {
            case ExportState.Waiting _, ExportState.Held _, ExportState.Submitted _, ExportState.Queued _ -> true;
            case ExportState.Claimed _,
                    ExportState.Submitting _,
                    ExportState.Verified _,
                    ExportState.Skipped _,
                    ExportState.Failed _,
                    ExportState.Erased _ -> false;
        };
    }

    @Override
    public synchronized int release(CompanyId company) {
        return release(key -> key.company().equals(company));
    }

    @Override
    public synchronized int release(CompanyId company, JobId job) {
        return release(key -> key.company().equals(company) && key.job().equals(job));
    }

    private int release(Predicate<ExportKey> wanted) {
        List<Map.Entry<ExportKey, Row>> held = rows.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .filter(entry -> entry.getValue().state() instanceof ExportState.Held)
                .toList();
        held.forEach(entry -> entry.setValue(entry.getValue().released()));
        return held.size();
    }

    @Override
    public synchronized List<Export> skipped(CompanyId company, JobId job) {
        return rows.entrySet().stream()
                .map(entry -> entry.getValue().export(entry.getKey()))
                .filter(export -> export.key().company().equals(company)
                        && export.key().job().equals(job))
                .filter(export -> export.state() instanceof ExportState.Skipped)
                .sorted(Comparator.comparing(Export::cameAt)
                        .thenComparing(export -> export.key().candidate().value()))
                .toList();
    }

    @Override
    public synchronized boolean resume(Export seen, ExportState next) {
        if (!isAsSeen(seen)) {
            return false;
        }
        Row row = rows.get(seen.key());
        rows.put(seen.key(), row.with(next, row.updatedAt()));
        return true;
    }

    @Override
    public synchronized List<Export> ofCandidate(CompanyId company, CandidateId candidate) {
        return rows.entrySet().stream()
                .map(entry -> entry.getValue().export(entry.getKey()))
                .filter(export -> export.key().company().equals(company)
                        && export.key().candidate().equals(candidate))
                .sorted(Comparator.comparing(export -> order(export.key())))
                .toList();
    }

    @Override
    public synchronized List<ExportKey> ofApplication(CompanyId company, int generation, ApplicationId application) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().company().equals(company))
                .filter(entry -> entry.getValue().state() instanceof ExportState.Verified verified
                        && verified.receipt().placed().generation() == generation
                        && verified.receipt().application().equals(application))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(InMemoryLedger::order))
                .toList();
    }

    @Override
    public synchronized boolean erase(Export seen, ExportState.Erased tombstone) {
        if (!isAsSeen(seen)) {
            return false;
        }
        rows.put(seen.key(), rows.get(seen.key()).erased(tombstone));
        return true;
    }

    private boolean isAsSeen(Export seen) {
        Row row = rows.get(seen.key());
        return row != null
                && row.attempts() == seen.attempts()
                && row.state().getClass() == seen.state().getClass();
    }

    /** All that is held of an export beside its key. */
    public synchronized String held(ExportKey key) {
        return String.valueOf(rows.get(key));
    }

    synchronized List<ExportKey> due(Instant now, Predicate<ExportKey> wanted) {
        return rows.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()) && entry.getValue().isDue(now))
                .sorted(Comparator.comparing(
                        entry -> entry.getValue().state().due().orElseThrow()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What later attempts must know, beside the state. */
    private record Row(
            ExportState state,
            long version,
            int attempts,
            boolean mayExist,
            Optional<Placed> placed,
            int failures,
            Optional<ErrorCode> told,
            Optional<Instant> erasedAt,
            Instant cameAt,
            Instant updatedAt) {

        static Row fresh(Instant now) {
            var due = new ExportState.Claimed(now);
            return new Row(due, 0, 0, false, Optional.empty(), 0, Optional.empty(), Optional.empty(), now, now);
        }

        boolean isDue(Instant now) {
            return state.due().filter(due -> !due.isAfter(now)).isPresent();
        }

        Row claimed(Instant now, Duration lease) {
            var claimed = new ExportState.Claimed(now.plus(lease));
            return new Row(
                    claimed, version + 1, attempts + 1, mayExist, placed, failures + 1, told, erasedAt, cameAt, now);
        }

        /** Due since it came. */
        Row released() {
            var held = new ExportState.Held(cameAt, ((ExportState.Held) state).code());
            return new Row(held, version, attempts, mayExist, placed, failures, told, erasedAt, cameAt, updatedAt);
        }

        Claim.Granted granted(ExportKey key) {
            return new Claim.Granted(key, version, attempts, mayExist, placed, failures - 1, told, erasedAt);
        }

        Row erased(ExportState.Erased tombstone) {
            return new Row(
                    tombstone,
                    version + 1,
                    attempts,
                    false,
                    placed,
                    0,
                    Optional.empty(),
                    Optional.of(tombstone.at()),
                    cameAt,
                    tombstone.at());
        }

        Row with(ExportState next, Instant now) {
            return new Row(
                    next,
                    version,
                    attempts,
                    mayExist || next instanceof ExportState.Submitting,
                    next instanceof ExportState.Submitted submitted ? Optional.of(submitted.placed()) : placed,
                    failuresAfter(next),
                    toldOf(next),
                    next instanceof ExportState.Erased erased ? Optional.of(erased.at()) : erasedAt,
                    cameAt,
                    now);
        }

        /** Once it is settled, what it waited for is no longer the last that the employer heard. */
        private Optional<ErrorCode> toldOf(ExportState next) {
            if (next instanceof ExportState.Held held) {
                return Optional.of(held.code());
            }
            return next.due().isPresent() ? told : Optional.empty();
        }

        private int failuresAfter(ExportState next) {
            return switch (next) {
                case ExportState.Waiting waiting -> waiting.failures();
                case ExportState.Submitted submitted -> submitted.failures();
                case ExportState.Held _, ExportState.Queued _ -> 0;
                case ExportState.Claimed _,
                        ExportState.Submitting _,
                        ExportState.Verified _,
                        ExportState.Skipped _,
                        ExportState.Failed _,
                        ExportState.Erased _ -> failures;
            };
        }

        Export export(ExportKey key) {
            ExportState shown = erasedAt.filter(_ -> !(state instanceof ExportState.Erased))
                    .<ExportState>map(at -> new ExportState.Erased(at, Optional.empty(), state.due()))
                    .orElse(state);
            return new Export(key, shown, attempts, cameAt, updatedAt);
        }
    }
}
