package vn.coopfund.council;

import java.util.List;
import java.util.Optional;

/**
 * Counts the council's votes. Decided as soon as more than half of those who may vote agree; when everybody has voted or
 * the chair has closed the voting, by the majority of the votes for and against, a tie by the chair. Without the quorum
 * nothing is decided, nor with fewer votes than the regulation asks.
 *
 * @param members       those whom no side of the case bars
 * @param excused       how many of them stepped aside for a conflict of interest: present, without a vote
 * @param quorumPercent share of the members who must take part, percent
 * @param leastVotes    how many votes must be cast for anything to be decided
 * @param closed        the chair ended the voting: no further vote comes
 */
public record CouncilTally(int members, int excused, int quorumPercent, int leastVotes, List<Ballot> ballots, boolean closed) {

    public record Ballot(boolean chair, String vote) {
    }

    /** How many may vote. */
    public int seats() {
        return members - excused;
    }

    /** How many took part: those who voted and those who stepped aside. */
    public int present() {
        return ballots.size() + excused;
    }

    /** Whether enough of them took part, and enough votes were cast. */
    public boolean hasQuorum() {
        return hasVotes() && present() * 100L >= (long) members * quorumPercent;
    }

    private boolean hasVotes() {
        return ballots.size() >= Math.max(1, leastVotes);
    }

    /** True: approved, false: refused, empty: still open, or ended without quorum. */
    public Optional<Boolean> outcome() {
        long pro = count("FOR");
        long contra = count("AGAINST");
        if (!hasQuorum()) {
            return hasVotes() && contra * 2 > seats() ? Optional.of(false) : Optional.empty();
        }
        if (pro * 2 > seats()) {
            return Optional.of(true);
        }
        if (contra * 2 > seats()) {
            return Optional.of(false);
        }
        if (!isOver()) {
            return Optional.empty();
        }
        return Optional.of(pro == contra ? chairIsFor() : pro > contra);
    }

    /** Whether no vote can come any more. */
    public boolean isOver() {
        return closed || ballots.size() >= seats();
    }

    public long count(String vote) {
        return ballots.stream().filter(ballot -> ballot.vote().equals(vote)).count();
    }

    private boolean chairIsFor() {
        return ballots.stream().anyMatch(ballot -> ballot.chair() && ballot.vote().equals("FOR"));
    }
}
