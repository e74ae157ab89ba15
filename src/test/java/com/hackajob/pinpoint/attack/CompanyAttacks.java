package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.Defence.COMPANY_OF_THE_TOKEN;
import static com.hackajob.pinpoint.attack.Defence.LINK_OF_ITS_COMPANY;
import static com.hackajob.pinpoint.attack.Defence.MASTERS_ONLY;
import static com.hackajob.pinpoint.attack.Defence.ONLY_HASHES_KEPT;
import static com.hackajob.pinpoint.attack.Defence.RESULTS_EXPIRE;
import static com.hackajob.pinpoint.attack.Defence.RESULT_OF_ITS_USER;
import static com.hackajob.pinpoint.attack.Defence.RESULT_USED_ONCE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** hackajob users who reach for what is another company's, another user's, or not theirs to do; and result codes. */
final class CompanyAttacks {

    private static final String NOT_CONNECTED = "409 not_connected";
    private static final String NOT_MASTER = "403 not_master";
    private static final String EXPIRED = "410 result_expired";
    private static final String ID = "f".repeat(64);

    private CompanyAttacks() {}

    static List<Attack> all() {
        return List.of(
                attack("another company's link is taken back", "OWASP API1:2023", world -> {
                            String id = world.grace.start("{}").field("id");
                            return () -> world.mallory.revoke(id).outcome();
                        })
                        .ends("410 session_expired")
                        .heldOffBy(LINK_OF_ITS_COMPANY),
                reached(
                        "the query",
                        world ->
                                world.mallory.call("DELETE", "/v1/connection?company_id=" + world.grace.company(), "")),
                reached(
                        "a header",
                        world -> world.mallory.call(
                                "DELETE", "/v1/connection", "", Map.of("company_id", world.grace.company()))),
                reached(
                        "the body",
                        world -> world.mallory.call(
                                "DELETE", "/v1/connection", "{\"company_id\":\"" + world.grace.company() + "\"}")),
                denied("a link", "member", user -> user.start("{}")),
                denied("a link to share", "member", user -> user.start("{\"shareable\":true}")),
                denied("to take a link back", "member", user -> user.revoke(ID)),
                denied("a result", "member", user -> user.exchange("any")),
                denied("to disconnect", "member", HackajobUser::disconnect),
                denied("to disconnect", "Master", HackajobUser::disconnect),
                denied("to disconnect", "member,master", HackajobUser::disconnect),
                denied("to disconnect", "[member master]", HackajobUser::disconnect),
                exchanged("by another company's user", (world, code) -> world.mallory.exchange(code))
                        .heldOffBy(RESULT_OF_ITS_USER),
                exchanged(
                                "by a colleague",
                                (world, code) -> world.grace.colleague().exchange(code))
                        .heldOffBy(RESULT_OF_ITS_USER),
                exchanged("for the second time", (world, code) -> {
                            world.grace.exchange(code).succeeded();
                            return world.grace.exchange(code);
                        })
                        .leaving(Written.Place.RESULTS)
                        .heldOffBy(RESULT_USED_ONCE),
                exchanged("after ten minutes", (world, code) -> {
                            world.pass(Duration.ofMinutes(10));
                            return world.grace.exchange(code);
                        })
                        .heldOffBy(RESULTS_EXPIRE),
                exchanged("in another case", (world, code) -> world.grace.exchange(code.toUpperCase(Locale.ROOT))),
                exchanged(
                                "by what the table keeps of it",
                                (world, code) -> world.grace.exchange(
                                        world.results.all().keySet().iterator().next()))
                        .heldOffBy(ONLY_HASHES_KEPT));
    }

    /** The attacker's own company is not connected, which is what they are told. */
    private static Attack reached(String where, Function<World, Reply> ending) {
        return attack("another company is named in " + where, "OWASP API1:2023", world -> {
                    world.connected();
                    return () -> ending.apply(world).outcome();
                })
                .ends(NOT_CONNECTED)
                .heldOffBy(COMPANY_OF_THE_TOKEN);
    }

    private static Attack denied(String what, String role, Function<HackajobUser, Reply> asking) {
        return attack("a user whose role is " + role + " asks for " + what, "OWASP API5:2023", world -> {
                    HackajobUser user = world.grace.as(role);
                    return () -> asking.apply(user).outcome();
                })
                .ends(NOT_MASTER)
                .heldOffBy(MASTERS_ONLY);
    }

    private static Attack exchanged(String how, Exchange exchange) {
        return attack("a result code is exchanged " + how, "RFC 9700, 4.5", world -> {
                    String code = HackajobUser.code(world.victim.finish(world.connected()));
                    return () -> exchange.with(world, code).outcome();
                })
                .ends(EXPIRED);
    }

    private interface Exchange {
        Reply with(World world, String code);
    }
}
