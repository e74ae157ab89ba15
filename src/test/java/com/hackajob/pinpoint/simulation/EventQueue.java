package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.simulation.Timeline.Process;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * events.fifo: in each group one message at a time, which comes again when nobody acknowledged it in time, and goes to the
 * dead letters when that happened too often.
 */
final class EventQueue {

    private static final long VISIBILITY = Duration.ofSeconds(240).toMillis();
    private static final long DEDUPLICATION = Duration.ofMinutes(5).toMillis();
    private static final long RUNBOOK = Duration.ofHours(1).toMillis();
    private static final int MOST_RECEIVES = 5;

    private final Timeline timeline;
    private final BiFunction<String, Runnable, Process> worker;
    private final boolean acknowledgesFirst;
    private final Map<String, Deque<Message>> groups = new LinkedHashMap<>();
    private final Map<String, Long> sent = new HashMap<>();
    private final List<Message> deadLetters = new ArrayList<>();
    private int redrives;

    /**
     * @param worker makes a process of the company that does that work
     * @param acknowledgesFirst which it must not
     */
    EventQueue(Timeline timeline, BiFunction<String, Runnable, Process> worker, boolean acknowledgesFirst) {
        this.timeline = timeline;
        this.worker = worker;
        this.acknowledgesFirst = acknowledgesFirst;
    }

    void send(String company, String id, Runnable work) {
        Long before = sent.put(company + id, timeline.now());
        if (before == null || timeline.now() - before > DEDUPLICATION) {
            groups.computeIfAbsent(company, _ -> new ArrayDeque<>()).add(new Message(company, work));
            receive(company);
        }
    }

    boolean isEmpty() {
        return groups.values().stream().allMatch(Deque::isEmpty);
    }

    int deadLetters() {
        return deadLetters.size();
    }

    /** As the runbook has it, once the alarm has woken somebody. */
    private void redrive() {
        List<Message> redriven = List.copyOf(deadLetters);
        deadLetters.clear();
        redriven.forEach(message -> send(message.company, "redriven-" + redrives++, message.work));
    }

    private void receive(String company) {
        Message next = groups.get(company).peek();
        if (next == null || next.isInFlight) {
            return;
        }
        next.received++;
        if (next.received > MOST_RECEIVES) {
            groups.get(company).remove(next);
            deadLetters.add(next);
            timeline.at(timeline.now() + RUNBOOK, this::redrive);
            receive(company);
            return;
        }
        next.isInFlight = true;
        int delivery = next.received;
        if (acknowledgesFirst) {
            groups.get(company).remove(next);
        }
        timeline.at(timeline.now() + VISIBILITY, () -> reappear(next, delivery));
        timeline.start(worker.apply(company, () -> {
            next.work.run();
            acknowledge(next);
        }));
    }

    private void acknowledge(Message message) {
        groups.get(message.company).remove(message);
        receive(message.company);
    }

    private void reappear(Message message, int delivery) {
        if (groups.get(message.company).contains(message) && message.received == delivery) {
            message.isInFlight = false;
            receive(message.company);
        }
    }

    private static final class Message {

        private final String company;
        private final Runnable work;
        private int received;
        private boolean isInFlight;

        Message(String company, Runnable work) {
            this.company = company;
            this.work = work;
        }
    }
}
