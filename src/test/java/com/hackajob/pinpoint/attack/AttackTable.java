package com.hackajob.pinpoint.attack;

import java.util.List;
import java.util.stream.Stream;

/** All attacks. */
final class AttackTable {

    private AttackTable() {}

    static List<Attack> all() {
        return Stream.of(
                        StateAttacks.all(),
                        BrowserAttacks.all(),
                        IssuerAttacks.all(),
                        CodeAttacks.all(),
                        LinkAttacks.all(),
                        CompanyAttacks.all(),
                        ReturnAttacks.all(),
                        InputAttacks.all(),
                        LeakAttacks.all(),
                        WebhookAttacks.all())
                .flatMap(List::stream)
                .toList();
    }
}
