package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.attack.Written.Place;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * One attack and how it has to end.
 *
 * @param source where it is described
 * @param end what the attacker gets to see
 * @param traces what it may leave behind; nothing, unless said
 * @param heldOffBy the defences without any of which it would succeed
 */
record Attack(String name, String source, Scenario scenario, String end, Set<Place> traces, Set<Defence> heldOffBy) {

    /** The verdict on an attack that ended as it has to. */
    static final String HELD_OFF = "held off";

    static Attack attack(String name, String source, Scenario scenario) {
        return new Attack(name, source, scenario, "", Set.of(), Set.of());
    }

    Attack ends(String with) {
        return new Attack(name, source, scenario, with, traces, heldOffBy);
    }

    Attack leaving(Place... places) {
        return new Attack(name, source, scenario, end, EnumSet.copyOf(Arrays.asList(places)), heldOffBy);
    }

    Attack heldOffBy(Defence... defences) {
        return new Attack(name, source, scenario, end, traces, EnumSet.copyOf(Arrays.asList(defences)));
    }

    /** Makes the attack in a world of its own. */
    String verdict() {
        try {
            World world = new World();
            Act act = scenario.prepare(world);
            Written before = Written.in(world);
            return judge(act.happen(), Written.in(world).differences(before));
        } catch (RuntimeException broken) {
            return "came to nothing: " + broken;
        }
    }

    boolean succeeds() {
        return !verdict().equals(HELD_OFF);
    }

    private String judge(String ended, Set<Place> written) {
        written.removeAll(traces);
        if (!ended.equals(end)) {
            return "ended with " + ended + " instead of " + end;
        }
        return written.isEmpty() ? HELD_OFF : "left traces in " + written;
    }

    @Override
    public String toString() {
        return name + " (" + source + ")";
    }

    /** What everybody does before, and what the attacker does then. */
    interface Scenario {
        Act prepare(World world);
    }

    interface Act {
        String happen();
    }
}
