package com.hackajob.pinpoint.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes one defence after the other away: exactly the attacks that it holds off then succeed, and honest people still get
 * through.
 */
class AttackWithSeededBugTest {

    private static final List<Attack> ATTACKS = AttackTable.all();

    @ParameterizedTest
    @EnumSource
    void without_it_exactly_its_attacks_succeed(Defence defence) {
        try (var _ = SeededBugs.seed(defence.bugs())) {
            assertThat(ATTACKS.stream().filter(Attack::succeeds)).containsExactlyElementsOf(heldOffBy(defence));
            assertThat(HonestJourney.all())
                    .allSatisfy(journey -> assertThat(journey.verdict()).isEqualTo(HonestJourney.WORKED));
        }
    }

    private static List<Attack> heldOffBy(Defence defence) {
        return ATTACKS.stream()
                .filter(attack -> attack.heldOffBy().contains(defence))
                .toList();
    }
}
