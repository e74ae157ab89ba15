package com.hackajob.pinpoint.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.local.aws.Authorization;
import com.hackajob.pinpoint.local.aws.Endpoints;
import com.hackajob.pinpoint.local.aws.FunctionArtefact;
import com.hackajob.pinpoint.local.aws.FunctionEnvironment;
import com.hackajob.pinpoint.local.aws.IdentityProvider;
import com.hackajob.pinpoint.local.aws.InvocationResult;
import com.hackajob.pinpoint.local.aws.LambdaFunction;
import com.hackajob.pinpoint.local.aws.Launcher;
import com.hackajob.pinpoint.local.aws.RemoteCall;
import com.hackajob.pinpoint.local.aws.Stack;
import com.hackajob.pinpoint.local.aws.Template;
import com.hackajob.pinpoint.local.hackajob.HackajobSimulator;
import com.hackajob.pinpoint.local.pinpoint.PinpointSimulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole product on this machine, as template.yaml and openapi.yaml describe it, with both worlds around it played. */
public final class LocalCloud implements AutoCloseable {

    private static final String EVENTS = "EventsQueue";
    private static final String UPDATES = "UpdatesQueue";
    private static final String DEAD_LETTERS = "EventsDeadLetterQueue";

    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final Thread onExit = new Thread(this::close, "close the local cloud");
    private final World world;
    private final Template template;
    private final Stack stack;
    private final Queues queues;

    private LocalCloud(World world, Template template, Stack stack) {
        this.world = world;
        this.template = template;
        this.stack = stack;
        this.queues = new Queues(template, world.aws().sqs());
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Starts everything, with the functions from target/function.zip. */
    public static LocalCloud start(LocalCloudOptions options) {
        var local = options.baseDirectory().resolve("target/local");
        var artefact = FunctionArtefact.unpack(
                options.baseDirectory().resolve("target/function.zip"), local.resolve("function"));
        return start(
                options, world -> artefact.launcher(world.aws().behind(world.doorkeeper()), local.resolve("logs")));
    }

    static LocalCloud start(LocalCloudOptions options, Function<World, Launcher> launchers) {
        var world = World.start(options);
        try {
            return deploy(options, world, launchers.apply(world));
        } catch (RuntimeException failed) {
            world.close();
            throw failed;
        }
    }

    private static LocalCloud deploy(LocalCloudOptions options, World world, Launcher launcher) {
        var file = options.baseDirectory().resolve("template.yaml");
        var endpoints =
                new Endpoints(world.aws().sqs().baseUrl(), world.gateway().baseUrl());
        var template = Template.read(file, world.parameters(file, options.parameters()), endpoints);
        world.doorkeeper()
                .obey(Authorization.of(template.functions(), world.aws().secretsManager(), options.rulings()));
        var stack = Stack.deploy(template, world.aws(), launcher, options.processes(), options.clock());
        var cloud = new LocalCloud(world, template, stack);
        cloud.createSecret(
                template.parameter("HackajobTokenSecret"), world.hackajob().serviceToken());
        world.gateway().watchedBy(options.witness()).serve(template.api(), stack);
        stack.startPolling(options.pollers());
        if (options.isScheduled()) {
            stack.startSchedules();
        }
        return cloud;
    }

    /** Stores a secret that exists before the product does, such as a service token. */
    public void createSecret(String name, String value) {
        secretsManager().createSecret(secret -> secret.name(name).secretString(value));
    }

    /** Where the API is. */
    public URI gateway() {
        return world.gateway().baseUrl();
    }

    /** Where everything listens, by name. */
    public Map<String, URI> endpoints() {
        return world.endpoints();
    }

    /** What {@code sam local invoke} has to give the functions to find all this. */
    Map<String, Map<String, String>> samEnvironment() {
        return new SamEnvironment(endpoints()).of(template);
    }

    public DynamoDbClient dynamodb() {
        return world.aws().dynamoDb().client();
    }

    public SqsClient sqs() {
        return world.aws().sqs().client();
    }

    public SecretsManagerClient secretsManager() {
        return world.aws().secretsManager().client();
    }

    public IdentityProvider identity() {
        return world.identity();
    }

    public HackajobSimulator hackajob() {
        return world.hackajob();
    }

    public PinpointSimulator pinpoint() {
        return world.pinpoint();
    }

    public Template template() {
        return template;
    }

    /** A function by its short name, such as {@code events}. */
    public LambdaFunction function(String name) {
        return stack.function(name);
    }

    /**
     * Adds a function that the template does not have, in the surroundings of one that it has: the same memory, time,
     * environment, services and policies.
     */
    public LambdaFunction add(String name, String like, Function<FunctionEnvironment, Launcher> launcher) {
        var function = stack.add(name, like, launcher.apply(world.aws().behind(world.doorkeeper())));
        world.doorkeeper().admit(function.definition());
        return function;
    }

    public InvocationResult invoke(String function, String json) {
        return stack.invoke(function, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Runs a scheduled function now. */
    public InvocationResult tick(String function) {
        return stack.schedule(function).tick();
    }

    /** Takes one batch from a function's queue to it now; how many messages that were. */
    public int poll(String function) {
        return stack.mapping(function).poll(0);
    }

    /** Sends an event as hackajob's backend does: in the company's group, once for its id. */
    public void sendEvent(String json, String company) {
        try {
            var id = new ObjectMapper().readTree(json).path("id").asText();
            queues.send(EVENTS, json, company, id);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("an event is JSON", notJson);
        }
    }

    /** Sends anything at all to the events queue. */
    public void sendRaw(String body, String company, String deduplicationId) {
        queues.send(EVENTS, body, company, deduplicationId);
    }

    /** Drops what waits in the events queue. */
    public void purgeEvents() {
        queues.purge(EVENTS);
    }

    /** Messages in a queue of the template that are waiting, worked on or delayed. */
    public int queueDepth(String queue) {
        return queues.depth(queue);
    }

    /** Takes what hackajob's backend would find in the updates queue. */
    public List<Message> receiveUpdates() {
        return queues.drain(UPDATES);
    }

    public List<Message> receiveDeadLetters() {
        return queues.drain(DEAD_LETTERS);
    }

    /** The AWS calls that functions made since the start or the last {@link #forgetCalls}. */
    public List<RemoteCall> calls() {
        return world.doorkeeper().calls();
    }

    public void forgetCalls() {
        world.doorkeeper().forget();
    }

    /** Ends every process and server; also on Ctrl-C. */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            stack.close();
            world.close();
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException _) {
            // the hook has done its work, or is about to find it done
        }
    }
}
