package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** After all integration tests (pom.xml runs it apart): what {@link ContractWatch} noted of them. */
class ContractCoverageCheck {

    @Test
    void every_route_was_seen_with_every_status_that_it_has_when_all_is_well() {
        assertThat(ContractNotes.SEEN.read()).containsAll(Contract.published().successes());
    }

    @Test
    void nothing_was_asked_or_answered_against_the_contract() {
        assertThat(ContractNotes.BREACHES.read()).isEmpty();
    }
}
