package vn.coopfund.origination;

import java.util.List;
import java.util.Objects;
import javax.money.MonetaryAmount;

/**
 * What a cooperative writes in its application. A null says nothing yet: a draft saves incomplete.
 *
 * @param totalCost     whole cost of the project, đồng
 * @param ownCapital    what the borrower puts in, đồng
 * @param amount        the loan asked for, đồng
 * @param termMonths    months
 * @param monthsBetween wished months from one instalment to the next
 * @param securityKind  unsecured where nothing else is said
 * @param securityValue the borrower's own estimate, đồng
 * @param yearlyIncome   expected receipts of the project, đồng a year
 * @param yearlyCost     expected expenses of the project, đồng a year
 * @param quarters       the same by quarters of a usual year; may be left out
 */
public record ApplicationContent(String projectName, String purpose, String sector, MonetaryAmount totalCost,
        MonetaryAmount ownCapital, MonetaryAmount amount, Integer termMonths, Integer monthsBetween,
        SecurityKind securityKind, String securityText, MonetaryAmount securityValue, MonetaryAmount yearlyIncome,
        MonetaryAmount yearlyCost, String cashFlowText, List<CashQuarter> quarters) {

    public ApplicationContent {
        quarters = quarters == null ? List.of() : quarters.stream().filter(Objects::nonNull).toList();
        securityKind = securityKind == null ? SecurityKind.UNSECURED : securityKind;
    }

    /** Without quarters. */
    public ApplicationContent(String projectName, String purpose, String sector, MonetaryAmount totalCost,
            MonetaryAmount ownCapital, MonetaryAmount amount, Integer termMonths, Integer monthsBetween,
            SecurityKind securityKind, String securityText, MonetaryAmount securityValue, MonetaryAmount yearlyIncome,
            MonetaryAmount yearlyCost, String cashFlowText) {
        this(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths, monthsBetween, securityKind,
                securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText, List.of());
    }

    /** The same with another project. */
    public ApplicationContent project(String name, String newPurpose, String newSector) {
        return new ApplicationContent(name, newPurpose, newSector, totalCost, ownCapital, amount, termMonths, monthsBetween,
                securityKind, securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText, quarters);
    }

    /** The same with other money. */
    public ApplicationContent money(MonetaryAmount cost, MonetaryAmount own, MonetaryAmount asked, Integer months,
            Integer between) {
        return new ApplicationContent(projectName, purpose, sector, cost, own, asked, months, between, securityKind,
                securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText, quarters);
    }

    /** The same with another security. */
    public ApplicationContent security(SecurityKind kind, String text, MonetaryAmount value) {
        return new ApplicationContent(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths,
                monthsBetween, kind, text, value, yearlyIncome, yearlyCost, cashFlowText, quarters);
    }

    /** The same with other expectations. */
    public ApplicationContent cashFlow(MonetaryAmount income, MonetaryAmount cost, String text,
            List<CashQuarter> expected) {
        return new ApplicationContent(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths,
                monthsBetween, securityKind, securityText, securityValue, income, cost, text, expected);
    }
}
