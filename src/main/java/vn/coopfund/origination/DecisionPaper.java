package vn.coopfund.origination;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.LendableMoney;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
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

    /** The in-term rate of the regulation, percent a year. */
    BigDecimal rate() {
        return regulations.on(businessDay.today()).annualRate();
    }

    Map<String, Object> of(long applicationId) {
        Map<String, Object> shown = file.of(applicationId);
        shown.put("moneyFree", money.freeToLend());
        shown.put("actualCharterCapital", capital.actualCharterCapital(businessDay.today()));
        return shown;
    }

    /** What no decision may say: more than was asked, a term or a rate beyond the regulation. */
    void refuseImpossible(ApplicationView application, TaskInput input) {
        LendingRegulation regulation = regulations.on(businessDay.today());
        BigDecimal rate = input.decimal("annualRate");
        long term = input.integer("termMonths");
        new Refusal.Problems()
                .addIf(!input.amount("amount").isPositive(), "amount", "origination.amount.needed")
                .addIf(input.amount("amount").isGreaterThan(application.content().amount()), "amount",
                        "origination.amount.beyond-asked", application.content().amount())
                .addIf(term < 1 || term > regulation.longestTermMonths(), "termMonths", "origination.term.too-long",
                        regulation.longestTermMonths())
                .addIf(rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(20)) > 0, "annualRate",
                        "origination.rate.impossible")
                .refuseIfAny();
    }
}
