package vn.coopfund.origination;

import java.math.BigDecimal;
import java.time.LocalDate;
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
    private final LendingAuthority authority;

    DecisionPaper(Appraisals appraisals, LendableMoney money, Capital capital, LendingRegulations regulations,
            BusinessDay businessDay, CaseFile file, LendingAuthority authority) {
        this.appraisals = appraisals;
        this.money = money;
        this.capital = capital;
        this.regulations = regulations;
        this.businessDay = businessDay;
        this.file = file;
        this.authority = authority;
    }

    Appraisals.Appraisal appraisal(long applicationId) {
        return appraisals.latest(applicationId).orElseThrow();
    }

    /** The in-term rate as the regulation quotes it. */
    BigDecimal rate() {
        return rate(businessDay.today());
    }

    /** The same as it was on a day: the council decides on the rate of the day on which the question was laid. */
    BigDecimal rate(LocalDate day) {
        return regulations.on(day).rate();
    }

    /** The message key of what that rate is for. */
    String rateUnit() {
        return "products.rate.unit." + regulations.on(businessDay.today()).rateUnit();
    }

    Map<String, Object> of(long applicationId) {
        Map<String, Object> shown = file.of(applicationId);
        ApplicationView application = (ApplicationView) shown.get("dossier");
        shown.put("countedSecurity", authority.counted(application));
        shown.put("securedForAuthority", authority.isSecured(application, appraisal(applicationId).proposedAmount()));
        shown.put("moneyFree", money.freeToLend());
        shown.put("actualCharterCapital", capital.actualCharterCapital(businessDay.today()));
        return shown;
    }

    /** Lending against the appraiser's proposal, or more than it proposes, needs its reason. */
    void refuseUnexplained(ApplicationView application, TaskInput input) {
        Appraisals.Appraisal appraisal = appraisal(application.id());
        boolean silent = input.text("comment") == null;
        new Refusal.Problems()
                .addIf(silent && !appraisal.proposesLending(), "comment", "origination.reason.against-appraisal")
                .addIf(silent && appraisal.proposesLending() && input.amount("amount").isGreaterThan(appraisal.proposedAmount()),
                        "comment", "origination.reason.beyond-appraisal", appraisal.proposedAmount())
                .refuseIfAny();
    }

    /** What no decision of the director may say: more than was asked or is theirs, a term or rate beyond the regulation. */
    void refuseImpossible(ApplicationView application, TaskInput input) {
        LendingRegulation regulation = regulations.on(businessDay.today());
        QuotedRate rate = new QuotedRate(input.decimal("annualRate"), regulation.rateUnit(), regulation.rateConversion());
        MonetaryAmount own = authority.limit(application, input.amount("amount"));
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
