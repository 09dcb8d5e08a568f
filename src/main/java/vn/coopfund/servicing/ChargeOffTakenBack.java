package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * A debt back in the balance sheet: its entry by a contra entry of today, memorandum of the pursued debt out and that of
 * uncollected interest in, state and group as they were. The interest of the time outside is earned as the group says.
 */
@Component
class ChargeOffTakenBack implements WaitingAct {

    private final ChargeOffs chargeOffs;
    private final Reversals reversals;
    private final LoanRepository loans;
    private final Positions positions;
    private final LoanBooks books;
    private final ChargedOffBooks chargedOff;
    private final NonAccrual nonAccrual;
    private final OfficialGroups groups;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final ApplicationEventPublisher publisher;

    ChargeOffTakenBack(ChargeOffs chargeOffs, Reversals reversals, LoanRepository loans, Positions positions, LoanBooks books,
            ChargedOffBooks chargedOff, NonAccrual nonAccrual, OfficialGroups groups, BusinessDay businessDay,
            CaseEvents events, ApplicationEventPublisher publisher) {
        this.chargeOffs = chargeOffs;
        this.reversals = reversals;
        this.loans = loans;
        this.positions = positions;
        this.books = books;
        this.chargedOff = chargedOff;
        this.nonAccrual = nonAccrual;
        this.groups = groups;
        this.businessDay = businessDay;
        this.events = events;
        this.publisher = publisher;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.REVERSE_CHARGE_OFF;
    }

    @Override
    public Set<Role> deciders(Proposal proposal) {
        return Set.of(Role.COUNCIL_CHAIR);
    }

    ChargeOffs.Standing standing(Loan loan) {
        loan.require(LoanState.CHARGED_OFF);
        long recovered = chargeOffs.recovered(loan);
        if (recovered != 0) {
            throw Refusal.conflict("servicing.refused.recovered", Dong.of(recovered));
        }
        ChargeOffs.Standing one = chargeOffs.standing(loan).orElseThrow();
        if (businessDay.today().isBefore(one.chargedOffOn())) {
            throw Refusal.conflict("servicing.refused.before-charge-off", one.chargedOffOn());
        }
        return one;
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        if (standing(loan).id() != proposal.targetId()) {
            throw Refusal.conflict("servicing.refused.not-the-last-charge-off");
        }
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        LocalDate today = businessDay.today();
        ChargeOffs.Standing one = standing(loan);
        Posted back = reversals.takeBack(one.entryId(), proposal, "charge-off:" + loan.id() + ":" + one.id(), today, checkedBy);
        chargeOffs.takeBack(one, today, back, proposal);
        loan.chargeOffTakenBack(one.stateBefore());
        loans.flush();
        chargedOff.clear(loan, today);
        chargedOff.bringBack(loan, books.standing(loan).uncollected(), today);
        RunningLoan running = positions.of(loan);
        books.accrue(loan, running, today, today);
        if (groups.of(loan) != one.groupBefore()) {
            // one line a day: of a day on which it left and came back, the group it left with stands from the next day
            nonAccrual.moveTo(loan, one.groupBefore(), today.isAfter(one.chargedOffOn()) ? today : today.plusDays(1), null);
        }
        events.note(loan.subject(), "servicing.event.charge-off-reversed", one.chargedOffOn(), proposal.why());
        publisher.publishEvent(new ChargeOffReversed(loan.id(), one.entryId(), back, proposal.why()));
        return Done.of(one.id());
    }
}
