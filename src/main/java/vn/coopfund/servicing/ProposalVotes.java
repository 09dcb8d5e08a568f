package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilTally;
import vn.coopfund.web.Refusal;

/** How the management council votes on an act beyond the director's authority. */
@Component
public class ProposalVotes {

    private final JdbcClient jdbc;
    private final LoanCouncil council;
    private final BusinessDay businessDay;

    ProposalVotes(JdbcClient jdbc, LoanCouncil council, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.council = council;
        this.businessDay = businessDay;
    }

    /** @param vote FOR or AGAINST */
    public record Vote(long memberId, String member, boolean chair, String vote, String reason, LocalDate votedOn) {
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Vote> of(long proposalId) {
        return jdbc.sql("select v.member_id, p.display_name as member, v.chair, v.vote, v.reason, v.voted_on "
                + "from servicing.proposal_vote v join access.person p on p.id = v.member_id where v.proposal_id = ? "
                + "order by v.chair desc, p.username").param(proposalId).query(Vote.class).list();
    }

    /** True: approved, false: refused, empty: still open. */
    @Transactional(readOnly = true)
    public Optional<Boolean> outcome(Proposal proposal) {
        return council.outcome(proposal.loanId(), proposal.proposedBy(),
                of(proposal.id()).stream().map(vote -> new CouncilTally.Ballot(vote.chair(), vote.vote())).toList());
    }

    /** Whether this person has a vote and has not cast it. */
    @Transactional(readOnly = true)
    public boolean mayVote(Actor actor, Proposal proposal) {
        return proposal.isPending() && proposal.council() && isVoter(actor, proposal)
                && of(proposal.id()).stream().noneMatch(vote -> vote.memberId() == actor.id());
    }

    boolean isVoter(Actor actor, Proposal proposal) {
        return council.isVoter(actor, proposal.loanId(), proposal.proposedBy());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Proposal proposal, boolean pro, String reason) {
        Actor member = Actors.current();
        int added = jdbc.sql("insert into servicing.proposal_vote (proposal_id, proposed_by, member_id, chair, vote, reason, "
                        + "voted_on) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(proposal.id(), proposal.proposedBy(), member.id(), member.is(Role.COUNCIL_CHAIR),
                        pro ? "FOR" : "AGAINST", reason, businessDay.today())).update();
        if (added == 0) {
            throw Refusal.conflict("servicing.refused.voted");
        }
    }
}
