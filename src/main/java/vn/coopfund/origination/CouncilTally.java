package vn.coopfund.origination;

import java.util.List;
import java.util.Optional;

/**
 * Counts the council's votes. Decided as soon as more than half of all seats agree; when everybody has voted, by the
 * majority of the votes for and against, a tie by the chair. Without the quorum nothing is decided in favour.
 *
 * @param seats         members who may vote on this case
 * @param quorumPercent share of the seats that must vote, percent
 */
public record CouncilTally(int seats, int quorumPercent, List<Ballot> ballots) {

    public record Ballot(boolean chair, String vote) {
    }

    /** True: approved, false: refused, empty: still open. */
    public Optional<Boolean> outcome() {
        long pro = count("FOR");
        long contra = count("AGAINST");
        boolean quorum = ballots.size() * 100L >= (long) seats * quorumPercent;
        if (quorum && pro * 2 > seats) {
            return Optional.of(true);
        }
        if (contra * 2 > seats) {
            return Optional.of(false);
        }
        if (ballots.size() < seats) {
            return Optional.empty();
        }
        return Optional.of(pro == contra ? chairIsFor() : pro > contra);
    }

    private boolean chairIsFor() {
        return ballots.stream().anyMatch(ballot -> ballot.chair() && ballot.vote().equals("FOR"));
    }

    private long count(String vote) {
        return ballots.stream().filter(ballot -> ballot.vote().equals(vote)).count();
    }
}
