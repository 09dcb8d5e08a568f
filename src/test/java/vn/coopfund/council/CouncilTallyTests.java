package vn.coopfund.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What votes amount to: {@code F} for, {@code A} against, {@code 0} abstained; the first of a row is the chair's. */
class CouncilTallyTests {

    @ParameterizedTest(name = "{0} members, {1} stepped aside, quorum {2} %, votes {3}, closed {4}: {5}")
    @CsvSource(nullValues = "open", value = {
            // five members, quorum two thirds: 5 x 66 % = 3.3, so four take part
            "5, 0, 66, FFF,   false, open",
            "5, 0, 66, FFFA,  false, true",
            "5, 0, 66, AAA,   false, false",
            "5, 0, 66, FFAA,  false, open",
            "5, 0, 66, FFAA,  true,  true",
            "5, 0, 66, AFFA,  true,  false",
            "5, 0, 66, FFA,   true,  open",
            "5, 0, 66, FFAA0, false, true",
            "5, 0, 66, 0FFAA, false, false",
            "5, 0, 66, 00000, false, false",
            // who steps aside takes part without a vote
            "5, 2, 66, FF,    false, true",
            "5, 2, 66, FA,    false, open",
            "5, 2, 66, FAA,   false, false",
            // fewer votes than two decide nothing, in favour or against
            "3, 2, 66, F,     false, open",
            "3, 2, 66, A,     false, open",
            "3, 1, 66, FF,    false, true",
            "3, 3, 66, '',    false, open",
            "3, 0, 66, FF,    false, true",
            "3, 0, 66, F,     true,  open",
            "3, 0, 66, '',    true,  open"})
    void counts(int members, int excused, int quorum, String votes, boolean closed, Boolean outcome) {
        CouncilTally tally = new CouncilTally(members, excused, quorum, 2, ballots(votes), closed);
        assertThat(tally.outcome().orElse(null)).isEqualTo(outcome);
    }

    private static List<CouncilTally.Ballot> ballots(String votes) {
        List<CouncilTally.Ballot> ballots = new ArrayList<>();
        Arrays.stream(votes.split("")).filter(vote -> !vote.isEmpty()).forEach(vote -> ballots.add(new CouncilTally.Ballot(
                ballots.isEmpty(), switch (vote) { case "F" -> "FOR"; case "A" -> "AGAINST"; default -> "ABSTAIN"; })));
        return ballots;
    }
}
