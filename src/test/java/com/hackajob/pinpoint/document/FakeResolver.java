package com.hackajob.pinpoint.document;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names of the attackers' making: each can stand for something else whenever it is asked. Every other name is public. */
final class FakeResolver implements Resolver {

    static final String PUBLIC = "93.184.215.14";

    private final Map<String, Deque<List<InetAddress>>> names = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** The next answer for the name; the last one given stays. */
    FakeResolver answer(String name, InetAddress... addresses) {
        names.computeIfAbsent(name, _ -> new ArrayDeque<>()).add(List.of(addresses));
        return this;
    }

    FakeResolver answer(String name, String... addresses) {
        return answer(name, Stream.of(addresses).map(FakeResolver::address).toArray(InetAddress[]::new));
    }

    FakeResolver knowsNot(String name) {
        names.put(name, new ArrayDeque<>());
        return this;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        asked.add(host);
        Deque<List<InetAddress>> answers = names.get(host);
        if (answers == null) {
            return List.of(address(PUBLIC));
        }
        if (answers.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return answers.size() > 1 ? answers.remove() : answers.getFirst();
    }

    static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
