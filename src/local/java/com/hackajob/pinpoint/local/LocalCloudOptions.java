package com.hackajob.pinpoint.local;

import com.hackajob.pinpoint.local.aws.Exchange;
import com.hackajob.pinpoint.local.aws.Ruling;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How to start a local cloud.
 *
 * @param baseDirectory the project, with template.yaml and target/function.zip
 * @param parameters values for parameters of the template, over those that the local cloud gives them
 * @param isScheduled whether schedules run by themselves, besides {@link LocalCloud#tick}
 * @param processes how many processes a function may have at a time
 * @param pollers how many messages of different groups are worked on at a time
 * @param witness is shown what the API is asked and answers
 * @param rulings is told what functions were allowed and denied of AWS
 */
public record LocalCloudOptions(
        Path baseDirectory,
        InetAddress bind,
        LocalPorts ports,
        Map<String, String> parameters,
        boolean isScheduled,
        int processes,
        int pollers,
        Clock clock,
        Consumer<Exchange> witness,
        Consumer<Ruling> rulings) {

    /** Times that nest as the template's do, so short that what a killed process leaves behind is taken up within half a minute. */
    public static final Map<String, String> SHORT_TIMES = Map.of(
            "PinpointTimeout", "5000",
            "EventsTimeout", "8",
            "LeaseSeconds", "9",
            "EventsVisibility", "10",
            "SettlingSeconds", "2");

    public LocalCloudOptions {
        parameters = Map.copyOf(parameters);
    }

    /** Free ports, nothing that happens by itself but the polling of queues. */
    public static LocalCloudOptions forTests() {
        return new LocalCloudOptions(
                Path.of("").toAbsolutePath(),
                InetAddress.getLoopbackAddress(),
                LocalPorts.free(),
                Map.of(),
                false,
                4,
                2,
                Clock.systemUTC(),
                _ -> {},
                _ -> {});
    }

    /** The ports that people know, and everything running as deployed. */
    public static LocalCloudOptions forPeople() {
        return forTests()
                .at(LocalPorts.from(Integer.getInteger(LocalPorts.PROPERTY, LocalPorts.DEFAULT_FIRST)))
                .scheduled();
    }

    public LocalCloudOptions at(LocalPorts chosen) {
        return new LocalCloudOptions(
                baseDirectory, bind, chosen, parameters, isScheduled, processes, pollers, clock, witness, rulings);
    }

    public LocalCloudOptions scheduled() {
        return new LocalCloudOptions(
                baseDirectory, bind, ports, parameters, true, processes, pollers, clock, witness, rulings);
    }

    public LocalCloudOptions boundTo(InetAddress address) {
        return new LocalCloudOptions(
                baseDirectory, address, ports, parameters, isScheduled, processes, pollers, clock, witness, rulings);
    }

    /** Without pollers, messages stay in the queues until {@link LocalCloud#poll}. */
    public LocalCloudOptions withPollers(int number) {
        return new LocalCloudOptions(
                baseDirectory, bind, ports, parameters, isScheduled, processes, number, clock, witness, rulings);
    }

    public LocalCloudOptions with(String parameter, String value) {
        var more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new LocalCloudOptions(
                baseDirectory, bind, ports, more, isScheduled, processes, pollers, clock, witness, rulings);
    }

    public LocalCloudOptions withShortTimes() {
        var more = new TreeMap<>(parameters);
        more.putAll(SHORT_TIMES);
        return new LocalCloudOptions(
                baseDirectory, bind, ports, more, isScheduled, processes, pollers, clock, witness, rulings);
    }

    public LocalCloudOptions watchedBy(Consumer<Exchange> somebody) {
        return new LocalCloudOptions(
                baseDirectory, bind, ports, parameters, isScheduled, processes, pollers, clock, somebody, rulings);
    }

    public LocalCloudOptions tellingRulingsTo(Consumer<Ruling> somebody) {
        return new LocalCloudOptions(
                baseDirectory, bind, ports, parameters, isScheduled, processes, pollers, clock, witness, somebody);
    }
}
