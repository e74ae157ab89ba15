package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.LocalCloudOptions;
import com.hackajob.pinpoint.local.bench.Contender.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./mvnw -Pbench}: measures target/function.zip and the peers that were built beside it, as processes of the
 * local cloud, and writes {@code docs/benchmark}. {@code -Dquick} only shows that all of it runs.
 */
public final class Benchmark {

    private static final Path DOCUMENTS = Path.of("docs", "benchmark");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final LocalCloud cloud;
    private final Rounds rounds;
    private final Tasks tasks;
    private final EveryFunction functions;
    private final Contenders contenders;

    private Benchmark(LocalCloud cloud, Rounds rounds) {
        this.cloud = cloud;
        this.rounds = rounds;
        this.tasks = Tasks.in(cloud);
        this.functions = new EveryFunction(cloud, tasks.all());
        this.contenders = Contenders.in(cloud, tasks.mappingReadEvent());
    }

    public static void main(String[] arguments) {
        try {
            run(Rounds.of(System.getProperties()));
            System.exit(0);
        } catch (IllegalStateException | IOException failure) {
            System.err.println("Nothing is measured: " + failure.getMessage());
            System.exit(1);
        } catch (RuntimeException bug) {
            // without an exit, the servers' threads would keep this process alive
            bug.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Rounds rounds) throws IOException {
        Files.createDirectories(DOCUMENTS);
        try (var cloud = LocalCloud.start(LocalCloudOptions.forTests().withPollers(0))) {
            new Benchmark(cloud, rounds).measureAndWrite();
        }
        Files.writeString(
                DOCUMENTS.resolve("weight.md"), Weight.of(Contenders.FUNCTION).markdown());
        OUT.printf("%n%s%nWritten: %s%n", Files.readString(DOCUMENTS.resolve("README.md")), DOCUMENTS);
    }

    private void measureAndWrite() throws IOException {
        contenders.requireEqualAnswers();
        var calls = calls();
        functions.recycle();
        contenders.recycle();
        var cold = coldStarts();
        var comparison = steadyState(cold, calls);
        var page = new ResultsPage(
                LocalDate.now(),
                Machine.here(),
                rounds,
                comparison,
                everyFunction(),
                "Of %d exports %d had to wait for a second try.".formatted(tasks.exports(), tasks.waiting()),
                Operation.counted(cloud, tasks),
                stageLag());
        Files.writeString(DOCUMENTS.resolve("README.md"), page.markdown());
        draw(comparison);
    }

    /** How many calls of other services the first call of each makes. */
    private Map<Kind, Long> calls() {
        var calls = new EnumMap<Kind, Long>(Kind.class);
        contenders.all().forEach(contender -> {
            var task = new Task(contender.function().definition().name(), "", () -> contender::invoke);
            calls.put(contender.kind(), Operation.counted(cloud, task).total());
        });
        return calls;
    }

    private Map<Kind, ColdStarts> coldStarts() {
        var cold = new EnumMap<Kind, ColdStarts>(Kind.class);
        for (int round = 0; round < rounds.cold(); round++) {
            OUT.printf("Cold starts, round %d of %d%n", round + 1, rounds.cold());
            contenders.inTurn(round).forEach(contender -> cold.computeIfAbsent(contender.kind(), _ -> new ColdStarts())
                    .measure(contender));
        }
        return cold;
    }

    private Comparison steadyState(Map<Kind, ColdStarts> cold, Map<Kind, Long> calls) throws IOException {
        var steady = new EnumMap<Kind, SteadyState>(Kind.class);
        contenders.all().forEach(contender -> steady.put(contender.kind(), SteadyState.of(contender)));
        var webhook = new SteadyState(cloud.function("webhook"), tasks.webhook().prepare());
        OUT.printf("Steady state: %d calls of each to warm up%n", rounds.warmUps());
        steady.values().forEach(each -> each.warmUp(rounds.warmUps()));
        webhook.warmUp(rounds.warmUps());
        for (int round = 0; round < rounds.blocks(); round++) {
            OUT.printf("Steady state, round %d of %d%n", round + 1, rounds.blocks());
            contenders.inTurn(round).forEach(contender -> steady.get(contender.kind())
                    .measureBlock(rounds.calls()));
            webhook.measureBlock(rounds.calls());
        }
        return new Comparison(results(cold, steady, calls), webhook.measured());
    }

    private List<Result> results(Map<Kind, ColdStarts> cold, Map<Kind, SteadyState> steady, Map<Kind, Long> calls)
            throws IOException {
        var results = new ArrayList<Result>();
        for (Contender contender : contenders.all()) {
            var kind = contender.kind();
            var size = new Result.Size(
                    Files.size(contender.artefact()), kind == Kind.OURS_NATIVE ? Contenders.binaryBytes() : 0);
            results.add(Result.of(contender, cold.get(kind), steady.get(kind).measured(), size, calls.get(kind)));
        }
        return results;
    }

    private List<Figures> everyFunction() {
        OUT.println("Every function");
        return functions.measured(rounds);
    }

    private static String stageLag() {
        OUT.println("Moves of stages");
        try (var cloud = LocalCloud.start(LocalCloudOptions.forTests())) {
            return StageLag.measured(cloud);
        }
    }

    private static void draw(Comparison comparison) throws IOException {
        write("cold-start-cpu", comparison.coldStartCpu());
        write("cold-start", comparison.coldStart());
        write("first-call", comparison.firstCall());
        write("warm-cpu", comparison.warmCpu());
        write("resident", comparison.resident());
        write("size", comparison.size());
    }

    private static void write(String name, BarChart chart) throws IOException {
        Files.writeString(DOCUMENTS.resolve(name + ".svg"), chart.svg());
    }
}
