package vn.coopfund.origination.web;

import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.origination.ApplicationContent;
import vn.coopfund.origination.CashQuarter;
import vn.coopfund.origination.SecurityKind;
import vn.coopfund.web.Refusal;

/**
 * An application as a program sends it: in a PUT what is absent stays as it is, and null empties. Amounts in whole đồng,
 * terms in months; {@code quarters} is the cash flow of a usual year, a row for each quarter.
 */
record ApplicationBody(String borrowerId, String projectName, String purpose, String sector, MonetaryAmount totalCost,
        MonetaryAmount ownCapital, MonetaryAmount amount, Integer termMonths, Integer monthsBetween,
        SecurityKind securityKind, String securityText, MonetaryAmount securityValue, MonetaryAmount yearlyIncome,
        MonetaryAmount yearlyCost, String cashFlowText, List<CashQuarter> quarters) {

    static ApplicationBody of(ApplicationContent content) {
        return new ApplicationBody(null, content.projectName(), content.purpose(), content.sector(), content.totalCost(),
                content.ownCapital(), content.amount(), content.termMonths(), content.monthsBetween(),
                content.securityKind(), content.securityText(), content.securityValue(), content.yearlyIncome(),
                content.yearlyCost(), content.cashFlowText(), content.quarters());
    }

    ApplicationContent content() {
        return new ApplicationContent(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths,
                monthsBetween, securityKind, securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText, quarters);
    }

    Long borrower() {
        try {
            return borrowerId == null ? null : Long.valueOf(borrowerId);
        } catch (NumberFormatException unknown) {
            throw Refusal.invalid("borrowerId", "origination.borrower-needed");
        }
    }
}
