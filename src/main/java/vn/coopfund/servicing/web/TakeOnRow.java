package vn.coopfund.servicing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.web.Refusal;

/** A row of a loan taken on: principal to come, or what is due and unpaid. */
class TakeOnRow {

    private LocalDate dueOn;
    private MonetaryAmount principal;
    private MonetaryAmount interest;
    private MonetaryAmount overdueInterest;
    private MonetaryAmount lateInterest;

    static List<TakeOnRow> empty(int rows) {
        List<TakeOnRow> empty = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            empty.add(new TakeOnRow());
        }
        return empty;
    }

    static long dong(MonetaryAmount given) {
        return given == null ? 0 : Dong.longOf(given);
    }

    /** Amounts without a date are asked for it, not left out. */
    boolean isGiven() {
        return Stream.of(dueOn, principal, interest, overdueInterest, lateInterest).anyMatch(Objects::nonNull);
    }

    PrincipalDue due() {
        return new PrincipalDue(dueOn, dong(principal));
    }

    LoanFact.Arrear arrear() {
        if (Stream.of(principal, interest, overdueInterest, lateInterest).anyMatch(part -> dong(part) < 0)) {
            throw Refusal.invalid("arrears", "servicing.refused.amount-negative");
        }
        return new LoanFact.Arrear(dueOn, dong(principal), dong(interest), dong(overdueInterest), dong(lateInterest));
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public MonetaryAmount getPrincipal() {
        return principal;
    }

    public void setPrincipal(MonetaryAmount principal) {
        this.principal = principal;
    }

    public MonetaryAmount getInterest() {
        return interest;
    }

    public void setInterest(MonetaryAmount interest) {
        this.interest = interest;
    }

    public MonetaryAmount getOverdueInterest() {
        return overdueInterest;
    }

    public void setOverdueInterest(MonetaryAmount overdueInterest) {
        this.overdueInterest = overdueInterest;
    }

    public MonetaryAmount getLateInterest() {
        return lateInterest;
    }

    public void setLateInterest(MonetaryAmount lateInterest) {
        this.lateInterest = lateInterest;
    }
}
