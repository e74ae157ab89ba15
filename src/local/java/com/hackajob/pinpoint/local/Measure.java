package com.hackajob.pinpoint.local;

import com.hackajob.pinpoint.local.aws.FunctionArtefact;
import com.hackajob.pinpoint.local.aws.Measurement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code ./mvnw -Pmeasure}: measures every function of target/function.zip, as processes of the local cloud, and the remote
 * calls of an export. Functions take turns, so that whatever else the machine does meets all of them alike.
 */
public final class Measure {

    private static final int COLD_STARTS = 5;
    private static final int WARM_UPS = 10;
    private static final int INVOCATIONS = 100;
    private static final Path ARTEFACT = Path.of("target", "function.zip");
    private static final Path REPORT = Path.of("target", "local", "measurements.md");

    private final LocalCloud cloud;
    private final Tasks tasks;
    private final List<Task> all;

    private Measure(LocalCloud cloud) {
        this.cloud = cloud;
        this.tasks = Tasks.in(cloud);
        this.all = tasks.all();
    }

    public static void main(String[] arguments) {
        try {
            run();
            System.exit(0);
        } catch (IllegalStateException | IOException failure) {
            System.err.println("Nothing is measured: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void run() throws IOException {
        try (var cloud = LocalCloud.start(LocalCloudOptions.forTests().withPollers(0))) {
            String markdown = new Measure(cloud).report().markdown();
            Files.writeString(REPORT, markdown + "\n" + stageLag());
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .printf("%n%s%n%s%n", Files.readString(REPORT), REPORT);
        }
    }

    private static String stageLag() {
        try (var cloud = LocalCloud.start(LocalCloudOptions.forTests())) {
            return StageLag.measured(cloud);
        }
    }

    private Report report() throws IOException {
        return new Report(
                LocalDate.now(),
                Machine.here(),
                new FunctionArtefact(REPORT.resolveSibling("function")).isNative() ? "native" : "JVM",
                Files.size(ARTEFACT),
                figures(),
                callsOfAnExport(),
                tasks.exports(),
                tasks.waiting());
    }

    private List<Figures> figures() {
        var cold = inTurns(COLD_STARTS, this::cold);
        inTurns(WARM_UPS, this::warm);
        var warm = inTurns(INVOCATIONS, this::warm);
        return all.stream()
                .map(task -> Figures.of(task, cold.get(task.function()), warm.get(task.function())))
                .toList();
    }

    private Map<String, List<Measurement>> inTurns(int rounds, Function<Task, Measurement> measured) {
        var measurements = new HashMap<String, List<Measurement>>();
        for (int round = 0; round < rounds; round++) {
            for (Task task : all) {
                measurements
                        .computeIfAbsent(task.function(), _ -> new ArrayList<>())
                        .add(measured.apply(task));
            }
        }
        return measurements;
    }

    /** With no other function's process on the machine. */
    private Measurement cold(Task task) {
        var invocation = task.prepare();
        all.forEach(each -> cloud.function(each.function()).recycle());
        return measured(task, invocation);
    }

    private Measurement warm(Task task) {
        return measured(task, task.prepare());
    }

    private Measurement measured(Task task, Runnable invocation) {
        invocation.run();
        return cloud.function(task.function()).measurements().getLast();
    }

    /** In a new process, whose first steps call too. */
    private List<CallCount> callsOfAnExport() {
        var export = tasks.firstExport();
        var invocation = export.prepare();
        cloud.function(export.function()).recycle();
        cloud.forgetCalls();
        cloud.pinpoint().forgetRequests();
        cloud.hackajob().forgetRequests();
        invocation.run();
        return CallCount.of(export.function(), cloud);
    }
}
