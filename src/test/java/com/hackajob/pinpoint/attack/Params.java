package com.hackajob.pinpoint.attack;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Query parameters or a form's fields, in order, as an attacker may bend them. */
record Params(List<Param> all) {

    static final Params NONE = new Params(List.of());

    static Params of(String name, String value) {
        return NONE.and(name, value);
    }

    static Params parse(String encoded) {
        return new Params(Stream.of(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .map(parts -> new Param(decoded(parts[0]), decoded(parts[1])))
                .toList());
    }

    String get(String name) {
        return all.stream()
                .filter(param -> param.name.equals(name))
                .map(Param::value)
                .findFirst()
                .orElse("");
    }

    /** One more, although there may be one of that name. */
    Params and(String name, String value) {
        List<Param> more = new ArrayList<>(all);
        more.add(new Param(name, value));
        return new Params(more);
    }

    Params with(String name, String value) {
        return without(name).and(name, value);
    }

    Params without(String name) {
        return new Params(all.stream().filter(param -> !param.name.equals(name)).toList());
    }

    String encoded() {
        return all.stream()
                .map(param -> encoded(param.name) + "=" + encoded(param.value))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    record Param(String name, String value) {}
}
