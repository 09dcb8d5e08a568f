package vn.coopfund.origination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Makes a decision take effect, whoever reached it: under the fund's lock the rules are run again on the amount
 * decided and frozen with it, and the amount is reserved (Decree 45/2021/NĐ-CP art. 23).
 */
@Component
class CreditDecision {

    private final Appraisals appraisals;
    private final Decisions decisions;
    private final Eligibility eligibility;
    private final Exposures exposures;
    private final LendingRegulations regulations;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final Duties duties;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final RefusalNotices refusalNotices;
    private final OfferedSecurity security;

    CreditDecision(Appraisals appraisals, Decisions decisions, Eligibility eligibility, Exposures exposures,
            LendingRegulations regulations, NumberSeries numbers, BusinessDay businessDay, Duties duties,
            CaseEvents events, BorrowerNotices notices,
            RefusalNotices refusalNotices, OfferedSecurity security) {
        this.appraisals = appraisals;
        this.decisions = decisions;
        this.eligibility = eligibility;
        this.exposures = exposures;
        this.regulations = regulations;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.duties = duties;
        this.events = events;
        this.notices = notices;
        this.refusalNotices = refusalNotices;
        this.security = security;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void approve(Application application, MonetaryAmount amount, int termMonths, BigDecimal rate,
            boolean byCouncil, String reason) {
        appraisals.refuseBadDebt(application.id());
        exposures.lock();
        Eligibility.Run run = eligibility.run(application.view(), Eligibility.Stage.DECISION, amount, termMonths);
        refuseFailed(run);
        exposures.reserve(application.borrowerId(), application.id(), amount);
        application.approve();
        Decisions.Decision decision = record(application, true, amount, termMonths, rate, byCouncil, run.id(), reason);
        events.tell(application.subject(), "origination.event.approved", decision.number(), amount, termMonths,
                decision.validUntil());
        notices.tell(application.view(), "origination.notice.approved", application.view().number(), amount);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void reject(Application application, boolean byCouncil, String reason) {
        LendingRegulation regulation = regulations.on(businessDay.today());
        record(application, false, Dong.ZERO, application.content().termMonths(), regulation.rate(), byCouncil,
                null, reason);
        application.reject(reason);
        security.giveBack(application);
        refusalNotices.add(application.id(), byCouncil, reason);
        events.tell(application.subject(), "origination.event.rejected", reason);
        notices.tell(application.view(), "origination.notice.rejected", application.view().number(), reason);
    }

    private Decisions.Decision record(Application application, boolean approved, MonetaryAmount amount, int termMonths,
            BigDecimal rate, boolean byCouncil, Long run, String reason) {
        LocalDate today = businessDay.today();
        LendingRegulation regulation = regulations.on(today);
        Decisions.Decision decision = new Decisions.Decision(numbers.nextWritten("QĐ-QHTX", today.getYear()),
                application.id(), Actors.current().id(), byCouncil, approved, today, amount, termMonths,
                new QuotedRate(rate, regulation.rateUnit(), regulation.rateConversion()), regulation.overdueFactor(),
                regulation.lateInterestRate(), today.plusDays(regulation.offerValidDays()), run, reason);
        decisions.add(decision, appraisals.latest(application.id()).orElseThrow(), preparedBy(application));
        return decision;
    }

    /** Who prepared the file: the officer who wrote it for a walk-in, else who checked it. */
    private long preparedBy(Application application) {
        return Stream.of(Duty.PREPARE_APPLICATION, Duty.CHECK_COMPLETENESS)
                .map(duty -> duties.holders(application.subject(), duty)).filter(holders -> !holders.isEmpty())
                .map(holders -> holders.get(0)).findFirst().orElseThrow();
    }

    private static void refuseFailed(Eligibility.Run run) {
        List<Refusal.Reason> reasons = run.failed().stream().map(check -> new Refusal.Reason(
                "amount", check.refusal(), check.figure(), check.threshold())).toList();
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, reasons);
        }
    }
}
