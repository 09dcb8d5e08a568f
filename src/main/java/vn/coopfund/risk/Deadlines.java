package vn.coopfund.risk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulations;

/** The days of inspections and recalls. */
@Component
class Deadlines {

    private final Inspections inspections;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    Deadlines(Inspections inspections, LendingRegulations regulations, BusinessDay businessDay) {
        this.inspections = inspections;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** The loan goes on and is inspected again, months from today. */
    void next(Subject loan) {
        LocalDate today = businessDay.today();
        inspections.plan(loan, Inspections.Reason.REGULAR, today.plusMonths(regulations.on(today).inspectionMonths()));
    }

    /** As proposed; where that day has come before the decision, the borrower has as many days as were proposed. */
    LocalDate payBy(RecallCases.RecallCase recall) {
        LocalDate today = businessDay.today();
        return recall.payBy().isAfter(today) ? recall.payBy()
                : today.plusDays(ChronoUnit.DAYS.between(recall.reviewedOn(), recall.payBy()));
    }
}
