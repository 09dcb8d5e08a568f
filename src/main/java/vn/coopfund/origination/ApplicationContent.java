package vn.coopfund.origination;

import java.util.function.Function;
import javax.money.MonetaryAmount;

/**
 * What a cooperative writes in its application. A null says nothing yet: a draft saves incomplete.
 *
 * @param totalCost     whole cost of the project, đồng
 * @param ownCapital    what the borrower puts in, đồng
 * @param amount        the loan asked for, đồng
 * @param termMonths    months
 * @param monthsBetween wished months from one instalment to the next
 * @param securityValue the borrower's own estimate, đồng
 * @param yearlyIncome   expected receipts of the project, đồng a year
 * @param yearlyCost     expected expenses of the project, đồng a year
 */
public record ApplicationContent(String projectName, String purpose, String sector, MonetaryAmount totalCost,
        MonetaryAmount ownCapital, MonetaryAmount amount, Integer termMonths, Integer monthsBetween,
        SecurityKind securityKind, String securityText, MonetaryAmount securityValue, MonetaryAmount yearlyIncome,
        MonetaryAmount yearlyCost, String cashFlowText) {

    /** The fields of {@code changes} that say something, over those of this one. */
    public ApplicationContent with(ApplicationContent changes) {
        return new ApplicationContent(
                either(changes, ApplicationContent::projectName), either(changes, ApplicationContent::purpose),
                either(changes, ApplicationContent::sector), either(changes, ApplicationContent::totalCost),
                either(changes, ApplicationContent::ownCapital), either(changes, ApplicationContent::amount),
                either(changes, ApplicationContent::termMonths), either(changes, ApplicationContent::monthsBetween),
                either(changes, ApplicationContent::securityKind), either(changes, ApplicationContent::securityText),
                either(changes, ApplicationContent::securityValue), either(changes, ApplicationContent::yearlyIncome),
                either(changes, ApplicationContent::yearlyCost), either(changes, ApplicationContent::cashFlowText));
    }

    private <T> T either(ApplicationContent changes, Function<ApplicationContent, T> field) {
        T changed = field.apply(changes);
        return changed == null ? field.apply(this) : changed;
    }
}
