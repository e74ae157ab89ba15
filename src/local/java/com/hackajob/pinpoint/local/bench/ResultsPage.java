package com.hackajob.pinpoint.local.bench;

import static java.util.stream.Collectors.joining;

import com.hackajob.pinpoint.local.bench.Contender.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that was measured, as people read it: docs/benchmark/README.md. */
record ResultsPage(
        LocalDate date,
        Machine machine,
        Rounds rounds,
        Comparison comparison,
        List<Figures> functions,
        String exports,
        List<Operation> operations,
        String stageLag) {

    ResultsPage {
        functions = List.copyOf(functions);
        operations = List.copyOf(operations);
    }

    String markdown() {
        return """
                <!-- Written by ./mvnw -Pbench: what is changed here by hand is lost. -->
                # Benchmark

                %s, %s
                %s
                ## Targets

                | target | at most | measured | |
                |---|--:|--:|---|
                %s

                ## A mapping read, beside its peers

                Medians, with the least and the most in brackets. CPU times are of the whole process.

                | cold start | to the first answer, ms | CPU of that, ms | INIT, ms | first call, ms | calls 2 to 11, ms | first call ÷ steady call | resident, MiB | calls to others |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                %s

                | steady state | a call, ms | CPU of it, ms | of its own, ms | resident, MiB |
                |---|--:|--:|--:|--:|
                %s
                | webhook of hackajob ↔ Pinpoint | %s |

                | size | deployed, MB | binary, MB |
                |---|--:|--:|
                %s

                ![CPU time of a cold start](cold-start-cpu.svg)

                ![Cold start to the first answer](cold-start.svg)

                ![First call and calls in steady state](first-call.svg)

                ![CPU time of a warm call](warm-cpu.svg)

                ![Resident memory](resident.svg)

                ![What is deployed](size.svg)

                ## Every function

                %d cold starts and %d warm calls of each, which are too few for steady state.

                | function | task | cold start, ms | CPU of it, ms | warm, ms | CPU of it, ms | resident, MiB |
                |---|---|--:|--:|--:|--:|--:|
                %s

                %s

                %s
                ## Calls to other services

                Of an operation in a new process. `baseline.json` holds them, and `verify` fails where they grow.

                | operation | service | for | times |
                |---|---|---|--:|
                %s

                ## How it is measured

                * Whole processes on the local cloud, in turns, in another order each round: %d cold starts of each contender;
                  then one process of each, %,d calls that are not counted, and %d blocks of %d calls that are.
                * All run on AWS's own runtime client with the JVM options and the memory that Lambda gives them, against DynamoDB
                  Local in another process. They give the same answer to the same event; that is checked first.
                * **INIT** ends when the process asks for its first event. The **first call** is what passes from there to the first
                  answer, since that is how Lambda tells the two apart; the event waits for it and is not handed over before.
                * **CPU time** is what the kernel counts for all threads of the process, to the nanosecond: of a cold start from the
                  start of the process to its first answer, of a warm call a block's divided by its calls. The JIT compiler and the
                  garbage collector are in it.
                * **Of its own** is that less the CPU time of a warm call of *%s*: a handler on the same runtime client
                  that gives its event back as it came. What is left is all that somebody chose: framework, JSON, AWS's SDK with its HTTP
                  client, logging, and the work itself.
                * *%s* (`src/bench/quarkus-untuned`) is what a newcomer makes of the same six parts, with no setting but the
                  address of the REST client. *%s* (`src/bench/plain-java`) is the read alone, by hand. Neither looks for drift
                  or warnings, as the function does on each read, or tells of each call how it went and what it called.
                * Memory is what the kernel counts as resident. MB are millions of bytes, MiB are 2²⁰.
                """.formatted(
                date,
                machine.text(),
                rounds.isQuick() ? "\n**A trial run with far too few rounds: these figures mean nothing.**\n" : "",
                comparison.targets().stream().map(Target::row).collect(joining("\n")),
                rows(this::cold),
                rows(result -> steady(result.warm())),
                steady(comparison.webhook()),
                rows(this::size),
                rounds.functionStarts(),
                rounds.functionCalls(),
                functions.stream().map(Figures::row).collect(joining("\n")),
                exports,
                stageLag,
                operations.stream().map(ResultsPage::rows).collect(joining("\n")),
                rounds.cold(),
                rounds.warmUps(),
                rounds.blocks(),
                rounds.calls(),
                Kind.NO_OPERATION.label(),
                Kind.QUARKUS_UNTUNED.label(),
                Kind.PLAIN_JAVA.label());
    }

    private String rows(Function<Result, String> row) {
        return Arrays.stream(Kind.values())
                .map(kind -> "| " + kind.label() + " | "
                        + comparison.of(kind).map(row).orElse("not built") + " |")
                .collect(joining("\n"));
    }

    private String cold(Result result) {
        return String.join(
                " | ",
                result.start().text(0),
                result.startCpu().text(0),
                result.init().text(0),
                result.firstCall().text(1),
                result.earlyCall().text(1),
                Distribution.number(result.firstToWarm(), 1),
                result.residentFirst().text(0),
                Long.toString(result.calls()));
    }

    private String steady(Warm warm) {
        return String.join(
                " | ",
                warm.call().text(2),
                warm.cpu().text(2),
                comparison.own(warm.cpu()).text(2),
                Distribution.number(warm.resident(), 0));
    }

    private String size(Result result) {
        if (result.kind() == Kind.NO_OPERATION) {
            return "in the same file | –";
        }
        return Distribution.number(result.size().zipMegabytes(), 1) + " | "
                + Optional.of(result.size().binaryBytes())
                        .filter(bytes -> bytes > 0)
                        .map(bytes -> Distribution.number(bytes / 1e6, 1))
                        .orElse("–");
    }

    private static String rows(Operation operation) {
        return operation.calls().stream()
                .map(call -> "| %s | %s | %s | %d |"
                        .formatted(operation.name(), call.service(), call.operation(), call.calls()))
                .collect(joining("\n"));
    }
}
