package vn.coopfund.risk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.Refusal;

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

    /** As proposed; where the decision came so late that fewer days than the regulation leaves are left, the day that it leaves. */
    LocalDate payBy(RecallCases.RecallCase recall) {
        LocalDate earliest = earliestPayBy();
        return recall.payBy().isBefore(earliest) ? earliest : recall.payBy();
    }

    /** For a notice of today. */
    private LocalDate earliestPayBy() {
        LocalDate today = businessDay.today();
        return today.plusDays(regulations.on(today).recallDays());
    }

    /** The borrower must have the days that the regulation leaves. */
    void refuseEarly(LocalDate payBy, Refusal.Problems problems) {
        LocalDate earliest = earliestPayBy();
        problems.addIf(payBy != null && payBy.isBefore(earliest), "payBy", "risk.refused.pay-by-early", earliest,
                ChronoUnit.DAYS.between(businessDay.today(), earliest));
    }
}
