package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.attack.Attack.Act;
import java.util.List;
import java.util.function.Function;

/** What honest people do. It has to work in a world where attacks do not, and where a single defence is missing. */
record HonestJourney(String name, Function<World, Act> steps, String end) {

    static final String WORKED = "worked";

    static List<HonestJourney> all() {
        return List.of(
                new HonestJourney(
                        "an administrator connects with a key and comes back to hackajob",
                        world -> () -> {
                            String code = HackajobUser.code(world.victim.finish(world.connected()));
                            return String.valueOf(world.grace.exchange(code).status());
                        },
                        "200"),
                new HonestJourney(
                        "an administrator connects by signing in to Pinpoint",
                        world -> () -> world.victim
                                .callback(world.victim.authorize(world.grace.link(), World.ACME))
                                .location()
                                .substring(0, 9),
                        "/connect/"),
                new HonestJourney(
                        "a webhook is signed with the secret that was stored",
                        world -> () -> {
                            world.connectedWithWebhook("secret");
                            return WebhookAttacks.signed(world, "secret").outcome();
                        },
                        "200"),
                new HonestJourney(
                        "a webhook is signed with the secret before while that still counts",
                        world -> () -> {
                            world.victim
                                    .storeWebhookSecret(world.connectedWithWebhook("secret"), "next")
                                    .succeeded();
                            return WebhookAttacks.signed(world, "secret").outcome();
                        },
                        "200"),
                new HonestJourney(
                        "a company moves to another account on purpose",
                        world -> () -> {
                            world.connected();
                            Params form = Params.of("subdomain", "acme-new")
                                    .and("apiKey", World.keyOf("acme-new"))
                                    .and("confirm", "true");
                            world.victim
                                    .post(world.grace.linkToReconnect(), form)
                                    .succeeded();
                            return world.connection().subdomain().value();
                        },
                        "acme-new"),
                new HonestJourney(
                        "a shared link connects",
                        world -> () -> world.victim
                                .connect(world.grace.shareableLink(), World.ACME)
                                .location()
                                .substring(0, 9),
                        "/connect/"));
    }

    String verdict() {
        try {
            String ended = steps.apply(new World()).happen();
            return ended.equals(end) ? WORKED : "ended with " + ended + " instead of " + end;
        } catch (RuntimeException broken) {
            return "came to nothing: " + broken;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
