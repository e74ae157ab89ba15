package com.hackajob.pinpoint.local.aws;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A deployed template: its tables and queues exist, its functions can be invoked. */
public final class Stack implements Functions, AutoCloseable {

    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final Map<String, EventSourceMapping> mappings = new LinkedHashMap<>();
    private final Map<String, Schedule> schedules = new LinkedHashMap<>();

    private Stack() {}

    /** @param processes how many processes a function may have at a time */
    public static Stack deploy(Template template, AwsServices services, Launcher launcher, int processes, Clock clock) {
        var stack = new Stack();
        template.tables().forEach(services.dynamoDb()::create);
        services.sqs().create(template.queues());
        template.functions().forEach(definition -> {
            var function = new LambdaFunction(definition, launcher.launch(definition), processes);
            stack.functions.put(definition.name(), function);
            definition.sources().forEach(source -> stack.connect(source, function, services.sqs(), clock));
        });
        return stack;
    }

    /** Adds a function that the template does not have, like one that it has. */
    public LambdaFunction add(String name, String like, Launcher launcher) {
        var definition = function(like).definition().as(name);
        var function = new LambdaFunction(definition, launcher.launch(definition), 1);
        functions.put(name, function);
        return function;
    }

    private void connect(EventSource source, LambdaFunction function, ElasticMq sqs, Clock clock) {
        var name = function.definition().name();
        switch (source) {
            case EventSource.Queue queue ->
                mappings.put(
                        name,
                        new EventSourceMapping(
                                queue, sqs.url(queue.queueName()), sqs.client(), event -> invoke(name, event)));
            case EventSource.Rate rate -> schedules.put(name, new Schedule(rate, event -> invoke(name, event), clock));
        }
    }

    /** Begins to take messages from the queues. */
    public void startPolling(int concurrency) {
        mappings.values().forEach(mapping -> mapping.start(concurrency));
    }

    public void startSchedules() {
        schedules.values().forEach(Schedule::start);
    }

    @Override
    public InvocationResult invoke(String function, byte[] event) {
        var result = function(function).invoke(event);
        if (result instanceof InvocationResult.Failed(var type, var message)) {
            // whoever called learns as little as on AWS; whoever runs the local cloud wants to know
            System.err.println("Function " + function + " failed: " + type + ": " + message);
        }
        return result;
    }

    public LambdaFunction function(String name) {
        return known(functions, name, "function");
    }

    /** What feeds the function from its queue. */
    public EventSourceMapping mapping(String function) {
        return known(mappings, function, "queue feeds function");
    }

    /** What invokes the function at a rate. */
    public Schedule schedule(String function) {
        return known(schedules, function, "schedule invokes function");
    }

    private static <T> T known(Map<String, T> map, String name, String what) {
        return Optional.ofNullable(map.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No " + what + " " + name + " in the template"));
    }

    @Override
    public void close() {
        schedules.values().forEach(Schedule::close);
        mappings.values().forEach(EventSourceMapping::close);
        functions.values().forEach(LambdaFunction::close);
    }
}
