package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.local.aws.Exchange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Holds everything that passes the gateways of the integration tests to openapi.yaml: of our own client, of browsers, and
 * of Pinpoint's webhooks. What is amiss fails the test that is told of it first, and what was seen is noted for
 * {@link ContractCoverageCheck}, which comes after all of them.
 */
final class ContractWatch {

    private static final Contract CONTRACT = Contract.published();
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
    private static final ConcurrentLinkedQueue<String> UNTOLD = new ConcurrentLinkedQueue<>();

    static {
        ContractNotes.SEEN.startAnew();
        ContractNotes.BREACHES.startAnew();
    }

    private ContractWatch() {}

    static void see(Exchange exchange) {
        String seen =
                Contract.route(exchange.request()) + " " + exchange.answer().status();
        if (KNOWN.add(seen)) {
            ContractNotes.SEEN.add(seen);
        }
        breaches(exchange).forEach(breach -> note(seen + " " + breach + "\n" + exchange));
    }

    private static List<String> breaches(Exchange exchange) {
        try {
            return CONTRACT.breaches(exchange);
        } catch (RuntimeException beyondTheValidator) {
            return List.of("can't be held to the contract: " + beyondTheValidator);
        }
    }

    private static void note(String breach) {
        ContractNotes.BREACHES.add(breach);
        UNTOLD.add(breach);
    }

    /** Fails on what was not as documented since the last time. */
    static void requireKept() {
        String breach = UNTOLD.poll();
        if (breach != null) {
            UNTOLD.clear();
            throw new AssertionError("not as openapi.yaml says: " + breach);
        }
    }
}
