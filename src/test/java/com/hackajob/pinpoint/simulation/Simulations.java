package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.simulation.Checker.Finding;
import com.hackajob.pinpoint.simulation.Checker.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Many runs, a few at a time, and what the checker says of them. */
final class Simulations {

    private static final int FAILURES_SHOWN = 5;

    private long runs;
    private long lost;
    private long duplicated;
    private long misplaced;
    private long stuck;
    private long beyond;
    private long duplicatedBeyond;
    private long lastFailed;
    private final List<String> failures = new ArrayList<>();

    private Simulations() {}

    static Simulations of(Stream<Plan> plans) {
        var simulations = new Simulations();
        Iterator<Plan> waiting = plans.iterator();
        int processors = Runtime.getRuntime().availableProcessors();
        Callable<Optional<Void>> worker = () -> {
            for (var plan = next(waiting); plan.isPresent(); plan = next(waiting)) {
                simulations.run(plan.get());
            }
            return Optional.empty();
        };
        // Virtual threads hand over to one another faster than others do.
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : workers.invokeAll(
                    Stream.generate(() -> worker).limit(processors).toList())) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        return simulations;
    }

    /** What the checker first finds with that bug in the product. */
    static Optional<Finding> firstFinding(Stream<Plan> plans, Supplier<Bug> bug) {
        return plans.map(plan -> Simulation.run(plan, bug.get()).history())
                .flatMap(history -> unexpected(Checker.findings(history)).stream())
                .findFirst();
    }

    private static Optional<Plan> next(Iterator<Plan> waiting) {
        synchronized (waiting) {
            return waiting.hasNext() ? Optional.of(waiting.next()) : Optional.empty();
        }
    }

    private void run(Plan plan) {
        try {
            History history = Simulation.run(plan).history();
            count(plan, history, Checker.findings(history));
        } catch (RuntimeException failure) {
            fail(plan, failure + ", by " + failure.getCause());
        }
    }

    /** Two of one whose POST was beyond S are what nobody can help. All else holds there as well, and all of it for others. */
    private static List<Finding> unexpected(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() != Kind.DUPLICATED_BEYOND_S)
                .toList();
    }

    private synchronized void count(Plan plan, History history, List<Finding> findings) {
        runs++;
        beyond += history.beyondS().isEmpty() ? 0 : 1;
        List<Finding> unexpected = unexpected(findings);
        duplicatedBeyond += unexpected.size() < findings.size() ? 1 : 0;
        lost += count(unexpected, Kind.LOST);
        duplicated += count(unexpected, Kind.DUPLICATED);
        misplaced += count(unexpected, Kind.MISPLACED);
        stuck += count(unexpected, Kind.STUCK);
        if (!unexpected.isEmpty()) {
            fail(plan, unexpected.toString());
        }
    }

    private static long count(List<Finding> findings, Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    private synchronized void fail(Plan plan, String what) {
        failures.add(plan + ": " + what);
        lastFailed = plan.seed();
    }

    List<String> failures() {
        return failures.stream().limit(FAILURES_SHOWN).toList();
    }

    /** The command that does the last random run that failed again. */
    String replay() {
        return "./mvnw test -Dtest=SimulationTest -Dsimulations=1 -Dseed=" + lastFailed;
    }

    String beyondS() {
        return "beyond S: %d, of which duplicated %d".formatted(beyond, duplicatedBeyond);
    }

    /** The line of the proof. */
    @Override
    public String toString() {
        return "simulations: %,d, lost %d, duplicated %d, misplaced %d, stuck %d"
                .formatted(runs, lost, duplicated, misplaced, stuck);
    }
}
