package vn.coopfund.origination;

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
 */
public record ApplicationContent(String projectName, String purpose, String sector, MonetaryAmount totalCost,
        MonetaryAmount ownCapital, MonetaryAmount amount, Integer termMonths, Integer monthsBetween,
        SecurityKind securityKind, String securityText, MonetaryAmount securityValue, MonetaryAmount yearlyIncome,
        MonetaryAmount yearlyCost, String cashFlowText) {

    public ApplicationContent {
        securityKind = securityKind == null ? SecurityKind.UNSECURED : securityKind;
    }

    /** The same with another project. */
    public ApplicationContent project(String name, String newPurpose, String newSector) {
        return new ApplicationContent(name, newPurpose, newSector, totalCost, ownCapital, amount, termMonths, monthsBetween,
                securityKind, securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText);
    }

    /** The same with other money. */
    public ApplicationContent money(MonetaryAmount cost, MonetaryAmount own, MonetaryAmount asked, Integer months,
            Integer between) {
        return new ApplicationContent(projectName, purpose, sector, cost, own, asked, months, between, securityKind,
                securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText);
    }

    /** The same with another security. */
    public ApplicationContent security(SecurityKind kind, String text, MonetaryAmount value) {
        return new ApplicationContent(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths,
                monthsBetween, kind, text, value, yearlyIncome, yearlyCost, cashFlowText);
    }

    /** The same with other expectations. */
    public ApplicationContent cashFlow(MonetaryAmount income, MonetaryAmount cost, String text) {
        return new ApplicationContent(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths,
                monthsBetween, securityKind, securityText, securityValue, income, cost, text);
    }
}
