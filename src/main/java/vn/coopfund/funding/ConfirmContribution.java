package vn.coopfund.funding;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.vouchers.Party;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Refusal;

/** Confirms capital paid in, as the second person, and posts it: Nợ 112 / Có the source's account, with a credit advice. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ConfirmContribution {

    private final Contributions contributions;
    private final Journal journal;
    private final FundingPostings postings;
    private final Duties duties;
    private final BusinessDay businessDay;
    private final Vouchers vouchers;
    private final People people;

    ConfirmContribution(Contributions contributions, Journal journal, FundingPostings postings, Duties duties,
            BusinessDay businessDay, Vouchers vouchers, People people) {
        this.contributions = contributions;
        this.journal = journal;
        this.postings = postings;
        this.duties = duties;
        this.businessDay = businessDay;
        this.vouchers = vouchers;
        this.people = people;
    }

    public Contribution confirm(long id) {
        Contribution waiting = contributions.getForUpdate(id);
        if (waiting.state() != Contribution.State.PENDING) {
            throw Refusal.conflict("funding.contribution.settled");
        }
        duties.take(waiting.subject(), Duty.CONFIRM_CONTRIBUTION);
        Actor actor = Actors.current();
        Posted posted = journal.post(postings.contribution(waiting, actor));
        Actor maker = waiting.proposedBy() == null ? actor : people.find(waiting.proposedBy()).orElse(actor);
        Actors.as(maker, () -> vouchers.issue(VoucherKind.CREDIT_ADVICE, posted, Party.named(waiting.source().nameVi()),
                waiting.amount(), waiting.decision()));
        contributions.settle(id, Contribution.State.CONFIRMED, actor.isSystem() ? null : actor.id(), businessDay.now(), null,
                posted.entryId());
        return contributions.get(id);
    }
}
