package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.web.Refusal;

/** The days on which money of a loan can leave by its contract; the same when a payment is prepared and when it is paid. */
@Component
class PayoutDays {

    private final Positions positions;
    private final EarliestDay earliestDay;

    PayoutDays(Positions positions, EarliestDay earliestDay) {
        this.positions = positions;
        this.earliestDay = earliestDay;
    }

    /**
     * The first money must leave before the first due date, all of it before the last.
     *
     * @param firstDueOn that holds once the payment is approved
     */
    void refuseWrong(Loan loan, LocalDate on, LocalDate firstDueOn, String field) {
        boolean first = loan.disbursedOn() == null;
        LocalDate dueOn = first ? firstDueOn : lastDueOn(loan);
        new Refusal.Problems()
                .addIf(on.isBefore(loan.signedOn()), field, "servicing.refused.before-signing", loan.signedOn())
                .addIf(!first && on.isBefore(loan.disbursedOn()), field, "servicing.refused.before-disbursement",
                        loan.disbursedOn())
                .addIf(!on.isBefore(dueOn), field,
                        first ? "servicing.refused.after-first-due" : "servicing.refused.after-last-due", dueOn)
                .refuseIfAny();
        earliestDay.refuseBefore(loan, on, field);
    }

    private LocalDate lastDueOn(Loan loan) {
        List<RowPosition> rows = positions.at(loan, loan.disbursedOn()).rows();
        return rows.get(rows.size() - 1).dueOn();
    }
}
