package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.schedule.PayoffQuote;
import vn.coopfund.web.Refusal;

/** Says what settles a loan on a day: principal, in-term interest through that day, overdue and late interest. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
public class QuotePayoff {

    private static final int FARTHEST_YEARS = 50;

    private final LoanDesk desk;
    private final Positions positions;

    QuotePayoff(LoanDesk desk, Positions positions) {
        this.desk = desk;
        this.positions = positions;
    }

    /** @param on from the disbursement on; for a day to come nothing else is taken to happen until then */
    public PayoffQuote quote(Subject subject, LocalDate on) {
        Loan loan = desk.look(subject.id());
        loan.requireRunning();
        if (on == null) {
            throw Refusal.invalid("on", "servicing.refused.required");
        }
        new Refusal.Problems()
                .addIf(on.isBefore(loan.disbursedOn()), "on", "servicing.refused.before-disbursement", loan.disbursedOn())
                .addIf(on.isAfter(loan.disbursedOn().plusYears(FARTHEST_YEARS)), "on", "servicing.refused.too-far")
                .refuseIfAny();
        return positions.of(loan).payoffQuote(on);
    }
}
