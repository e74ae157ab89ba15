package com.hackajob.pinpoint.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack of the table: answered with the right code, and nothing written. */
class AttackTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void is_held_off(Attack attack) {
        assertThat(attack.verdict()).isEqualTo(Attack.HELD_OFF);
    }

    static List<Attack> attacks() {
        return AttackTable.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("journeys")
    void honest_people_get_through(HonestJourney journey) {
        assertThat(journey.verdict()).isEqualTo(HonestJourney.WORKED);
    }

    static List<HonestJourney> journeys() {
        return HonestJourney.all();
    }

    @Test
    void each_attack_has_a_name_of_its_own() {
        assertThat(attacks()).extracting(Attack::name).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void each_defence_is_needed() {
        Set<Defence> needed = attacks().stream()
                .flatMap(attack -> attack.heldOffBy().stream())
                .collect(Collectors.toSet());

        assertThat(needed).containsExactlyInAnyOrderElementsOf(Arrays.asList(Defence.values()));
    }
}
