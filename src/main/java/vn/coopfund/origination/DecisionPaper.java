package vn.coopfund.origination;

import java.math.BigDecimal;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.LendableMoney;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.TaskInput;

/** What lies before those who decide: the appraisal, the forecast, the votes, and the money free to lend. */
@Component
class DecisionPaper {

    private final Appraisals appraisals;
    private final LendableMoney money;
    private final Capital capital;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;
    private final CaseFile file;

    DecisionPaper(Appraisals appraisals, LendableMoney money, Capital capital, LendingRegulations regulations,
            BusinessDay businessDay, CaseFile file) {
        this.appraisals = appraisals;
        this.money = money;
        this.capital = capital;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.file = file;
    }

    Appraisals.Appraisal appraisal(long applicationId) {
        return appraisals.latest(applicationId).orElseThrow();
    }

    /** The in-term rate as the regulation quotes it. */
    BigDecimal rate() {
        return regulations.on(businessDay.today()).rate();
    }

    /** The message key of what that rate is for. */
    String rateUnit() {
        return "products.rate.unit." + regulations.on(businessDay.today()).rateUnit();
    }

    Map<String, Object> of(long applicationId) {
        Map<String, Object> shown = file.of(applicationId);
        shown.put("moneyFree", money.freeToLend());
        shown.put("actualCharterCapital", capital.actualCharterCapital(businessDay.today()));
        return shown;
    }

    /** What no decision of the director may say: more than was asked or is theirs, a term or rate beyond the regulation. */
    void refuseImpossible(ApplicationView application, TaskInput input) {
        LendingRegulation regulation = regulations.on(businessDay.today());
        QuotedRate rate = new QuotedRate(input.decimal("annualRate"), regulation.rateUnit(), regulation.rateConversion());
        MonetaryAmount own = regulation.directorLimit(application.content().securityKind().isSecured());
        long term = input.integer("termMonths");
        new Refusal.Problems()
                .addIf(!input.amount("amount").isPositive(), "amount", "origination.amount.needed")
                .addIf(input.amount("amount").isGreaterThan(application.content().amount()), "amount",
                        "origination.amount.beyond-asked", application.content().amount())
                .addIf(input.amount("amount").isGreaterThan(own), "amount", "origination.amount.beyond-authority", own)
                .addIf(term < 1 || term > regulation.longestTermMonths(), "termMonths", "origination.term.too-long",
                        regulation.longestTermMonths())
                .addIf(rate.percent().signum() < 0 || LendingRegulation.isBeyondLaw(rate), "annualRate",
                        "origination.rate.impossible")
                .refuseIfAny();
    }
}
