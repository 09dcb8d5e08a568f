package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilTally;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.Refusal;

/** How the management council votes on an act beyond the director's authority: counted as its votes on a loan are. */
@Component
public class ProposalVotes {

    private final JdbcClient jdbc;
    private final People people;
    private final Duties duties;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    ProposalVotes(JdbcClient jdbc, People people, Duties duties, LendingRegulations regulations, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.people = people;
        this.duties = duties;
        this.regulations = regulations;
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

    @Transactional(readOnly = true)
    public CouncilTally tally(Proposal proposal) {
        return CouncilTally.open(voters(proposal).size(), regulations.on(businessDay.today()).councilQuorumPercent(),
                of(proposal.id()).stream().map(vote -> new CouncilTally.Ballot(vote.chair(), vote.vote())).toList());
    }

    /** Whether this person has a vote and has not cast it. */
    @Transactional(readOnly = true)
    public boolean mayVote(Actor actor, Proposal proposal) {
        return proposal.isPending() && proposal.council() && isVoter(actor, proposal)
                && of(proposal.id()).stream().noneMatch(vote -> vote.memberId() == actor.id());
    }

    boolean isVoter(Actor actor, Proposal proposal) {
        return voters(proposal).stream().anyMatch(member -> member.id() == actor.id());
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

    /** Members who neither proposed it nor hold a side of the loan's case that bars them from a vote. */
    private List<Actor> voters(Proposal proposal) {
        Long application = proposal.loanId() == null ? null
                : jdbc.sql("select coalesce(application_id, 0) from servicing.loan where id = ?").param(proposal.loanId())
                        .query(Long.class).single();
        return people.withRole(Role.COUNCIL_MEMBER).stream().filter(member -> member.id() != proposal.proposedBy())
                .filter(member -> application == null
                        || duties.conflicts(member, Subject.application(application), Duty.VOTE).isEmpty()).toList();
    }
}
