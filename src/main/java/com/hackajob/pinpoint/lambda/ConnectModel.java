package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.lambda.ConnectView.Account;
import com.hackajob.pinpoint.lambda.ConnectView.Asker;
import com.hackajob.pinpoint.lambda.ConnectView.End;
import com.hackajob.pinpoint.lambda.ConnectView.Mishap;
import com.hackajob.pinpoint.lambda.ConnectView.Source;
import com.hackajob.pinpoint.lambda.ConnectView.Tick;
import com.hackajob.pinpoint.lambda.ConnectView.Webhook;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a template reads: maps, lists, text and flags, because reading a record would take reflection. What is absent is
 * empty, which a template's {@code if} takes for no.
 *
 * @param template name of the step and of its template
 */
record ConnectModel(String template, Map<String, Object> values) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static ConnectModel of(ConnectView view) {
        return switch (view) {
            case Account account -> account(account);
            case Webhook webhook -> webhook(webhook);
            case End end -> end(end);
        };
    }

    private static ConnectModel account(Account view) {
        Map<String, Object> values = new HashMap<>();
        values.put("asker", asker(view.asker()));
        values.put("action", path(view.action()));
        values.put("oauth", view.oauth().map(ConnectModel::path).orElse(""));
        values.put("subdomain", view.subdomain());
        values.put("connected", view.connected().orElse(""));
        values.put("asksToConfirm", view.asksToConfirm());
        values.put("ticks", ticks(view.ticks()));
        values.put("source", source(view.source()));
        values.put("cancel", view.cancel().map(ConnectModel::link).orElse(""));
        values.put("signsIn", view.signsIn());
        return step("account", values, view.mishap(), fields(view));
    }

    // The form for signing in asks for the same as the one with the key, under ids of its own.
    private static Map<String, String> fields(Account view) {
        Map<String, String> fields = new HashMap<>();
        fields.put("subdomain", view.signsIn() ? "account" : "subdomain");
        if (!view.signsIn()) {
            fields.put("apiKey", "apiKey");
        }
        if (view.asksToConfirm()) {
            fields.put("confirm", view.signsIn() ? "account-confirm" : "confirm");
        }
        return fields;
    }

    private static ConnectModel webhook(Webhook view) {
        Map<String, Object> values = new HashMap<>();
        values.put("asker", asker(view.asker()));
        values.put("action", path(view.action()));
        values.put("subdomain", view.subdomain());
        values.put("ticks", ticks(view.ticks()));
        values.put("source", source(view.source()));
        values.put("address", view.address());
        values.put("events", view.events());
        values.put("isSecretKept", view.isSecretKept());
        values.put("seen", view.seen().map(ConnectModel::time).orElse(Map.of()));
        values.put("returns", view.returns());
        return step("webhook", values, view.mishap(), Map.of("webhookSecret", "webhookSecret"));
    }

    private static ConnectModel end(End view) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", view.title());
        values.put("text", view.text());
        values.put("remedy", view.remedy());
        values.put("help", view.help().map(ConnectModel::link).orElse(""));
        values.put("again", view.again().map(ConnectModel::path).orElse(""));
        values.put("leave", view.leave().map(ConnectModel::link).orElse(""));
        values.put("step", "end");
        values.put("code", view.code().orElse(""));
        values.put("mishap", Map.of());
        return new ConnectModel("end", values);
    }

    /** @param fields the fields that can be wrong on this step, each with the id of its element */
    private static ConnectModel step(
            String name, Map<String, Object> values, Optional<Mishap> mishap, Map<String, String> fields) {
        values.put("step", name);
        values.put("code", mishap.map(Mishap::code).orElse(""));
        values.put("mishap", mishap.map(ConnectModel::mishap).orElse(Map.of()));
        values.put(
                "wrong",
                mishap.flatMap(Mishap::field)
                        .flatMap(field -> Optional.ofNullable(fields.get(field)))
                        .orElse(""));
        return new ConnectModel(name, values);
    }

    private static Map<String, Object> asker(Asker asker) {
        return Map.of("company", asker.company(), "user", asker.user(), "isShareable", asker.isShareable());
    }

    private static Map<String, Object> mishap(Mishap mishap) {
        String help = mishap.help().map(ConnectModel::link).orElse("");
        return Map.of("detail", mishap.detail(), "remedy", mishap.remedy(), "help", help);
    }

    private static List<Map<String, Object>> ticks(List<Tick> ticks) {
        return ticks.stream().map(ConnectModel::tick).toList();
    }

    private static Map<String, Object> tick(Tick tick) {
        String state = tick.state().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "permission",
                tick.permission(),
                "state",
                state,
                "remedy",
                tick.remedy().orElse(""));
    }

    private static Map<String, Object> source(Source source) {
        return Map.of("channel", words(source.channel()), "detail", source.detail());
    }

    /** Pinpoint's {@code job_board} as its pages write it: Job board. */
    private static String words(String channel) {
        String spaced = channel.replace('_', ' ');
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static Map<String, Object> time(Instant instant) {
        return Map.of("instant", instant.toString(), "text", DAY.format(instant));
    }

    /** An address of our own: escaping would not stop one that leads elsewhere. */
    private static String path(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            throw new IllegalArgumentException("not a path");
        }
        return path;
    }

    /** An address to follow: escaping would not stop one that is a script. */
    private static String link(String address) {
        String scheme = URI.create(address).getScheme();
        return scheme == null || !scheme.matches("(?i)https?") ? path(address) : address;
    }
}
