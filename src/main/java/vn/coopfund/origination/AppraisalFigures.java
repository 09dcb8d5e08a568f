package vn.coopfund.origination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.RepaymentTerms;

/** Works out what a report is set against: the repayment schedule, the limits, the projects before. */
@Component
public class AppraisalFigures {

    private final Borrowers borrowers;
    private final Capital capital;
    private final Exposures exposures;
    private final LendingRegulations regulations;
    private final WorkingDays workingDays;
    private final BusinessDay businessDay;
    private final SimilarProjects similar;

    AppraisalFigures(Borrowers borrowers, Capital capital, Exposures exposures, LendingRegulations regulations,
            WorkingDays workingDays, BusinessDay businessDay, SimilarProjects similar) {
        this.borrowers = borrowers;
        this.capital = capital;
        this.exposures = exposures;
        this.regulations = regulations;
        this.workingDays = workingDays;
        this.businessDay = businessDay;
        this.similar = similar;
    }

    /** What is lent by the report: as asked while it is written, as proposed once it is done. */
    record Proposal(MonetaryAmount amount, int termMonths, MonetaryAmount collateralValue) {

        static Proposal asked(ApplicationContent content, Appraisals.Appraisal before) {
            return new Proposal(content.amount(), content.termMonths(), before != null ? before.collateralValue()
                    : content.securityValue() == null ? Dong.ZERO : content.securityValue());
        }
    }

    /**
     * What the fund has promised and lent beside this loan, against the limits of the day.
     *
     * @param customer to this borrower; {@code group} with its related persons, đồng
     * @param base     the actual charter capital
     * @param related  the names of the related persons, without the borrower
     */
    public record Exposure(MonetaryAmount amount, MonetaryAmount customer, MonetaryAmount group, MonetaryAmount base,
            BigDecimal customerLimit, BigDecimal groupLimit, List<String> related) {

        public MonetaryAmount customerWithThis() {
            return customer.add(amount);
        }

        public MonetaryAmount groupWithThis() {
            return group.add(amount);
        }

        /** In percent of the base, one decimal; null without capital. */
        public BigDecimal customerShare() {
            return FinanceRatios.percent(customerWithThis(), base);
        }

        public BigDecimal groupShare() {
            return FinanceRatios.percent(groupWithThis(), base);
        }
    }

    /**
     * All of it at once.
     *
     * @param ownCashFlow whether the cash flow is the appraiser's rather than the borrower's
     * @param cover       the cash flow against the schedule
     */
    public record Figures(MonetaryAmount amount, int termMonths, int monthsBetween, MonetaryAmount totalCost,
            MonetaryAmount ownCapital, MonetaryAmount collateralValue, boolean ownCashFlow, DebtService cover,
            Exposure exposure, SimilarProjects.Comparison similar) {

        /** Own capital in percent of the project's cost. */
        public BigDecimal ownShare() {
            return FinanceRatios.percent(ownCapital, totalCost);
        }

        /** The collateral in percent of the loan. */
        public BigDecimal collateralCover() {
            return FinanceRatios.percent(collateralValue, amount);
        }
    }

    @Transactional(readOnly = true)
    public Figures of(ApplicationView application, AppraisalReport report, Proposal proposal) {
        LocalDate today = businessDay.today();
        LendingRegulation regulation = regulations.on(today);
        ApplicationContent content = application.content();
        ContractChoices usual = ContractChoices.usual(today, content.monthsBetween(), proposal.termMonths(), regulation);
        List<CashQuarter> flow = report.cash().isEmpty() ? content.quarters() : report.cash();
        return new Figures(proposal.amount(), proposal.termMonths(), usual.monthsBetween(), content.totalCost(),
                content.ownCapital(), proposal.collateralValue(), !report.cash().isEmpty(),
                cover(flow, usual.terms(proposal.amount(), proposal.termMonths(), regulation.quotedRate(), regulation)),
                exposure(application, proposal.amount(), regulation, today), similar.with(application));
    }

    /** Without a cover where the regulation's usual terms make no schedule for this amount and term. */
    private DebtService cover(List<CashQuarter> flow, RepaymentTerms terms) {
        var calendar = workingDays.holidays();
        return !terms.violations(calendar.negate()::test).isEmpty() ? new DebtService(List.of())
                : DebtService.of(flow, RepaymentSchedule.of(terms, calendar.negate()::test), terms.disbursedOn());
    }

    private Exposure exposure(ApplicationView application, MonetaryAmount amount, LendingRegulation regulation, LocalDate today) {
        List<Long> group = borrowers.relatedGroup(application.borrowerId());
        List<Long> others = group.stream().filter(id -> id != application.borrowerId()).toList();
        return new Exposure(amount, exposures.ofOthers(Set.of(application.borrowerId()), application.id()),
                exposures.ofOthers(Set.copyOf(group), application.id()), capital.actualCharterCapital(today),
                regulation.customerLimit(), regulation.groupLimit(),
                borrowers.names(others).values().stream().sorted().toList());
    }

    /** What the score's table reads; what is better low is rounded up, all else down. */
    static Map<AppraisalScore.Factor, Long> factors(AppraisalReport report, Figures figures) {
        Map<AppraisalScore.Factor, Long> factors = new EnumMap<>(AppraisalScore.Factor.class);
        factors.put(AppraisalScore.Factor.OWN_SHARE, FinanceRatios.wholePercent(figures.ownCapital(), figures.totalCost()));
        BigDecimal cover = figures.cover().lowestCover();
        factors.put(AppraisalScore.Factor.LOWEST_COVER, cover == null ? null : cover.longValueExact());
        AppraisalReport.FinanceYear year = report.latestYear();
        if (year != null) {
            factors.put(AppraisalScore.Factor.DEBT_TO_EQUITY, FinanceRatios.wholePercentUp(year.liabilities(), year.equity()));
            factors.put(AppraisalScore.Factor.CURRENT_RATIO, FinanceRatios.wholePercent(year.currentAssets(), year.shortDebt()));
            factors.put(AppraisalScore.Factor.MARGIN, FinanceRatios.wholePercent(year.profit(), year.revenue()));
        }
        factors.put(AppraisalScore.Factor.COLLATERAL_COVER, FinanceRatios.wholePercent(figures.collateralValue(), figures.amount()));
        factors.put(AppraisalScore.Factor.PAPERS_SEEN, report.papersLookedAt() ? report.papersSeen() : null);
        report.debts().worstGroup().ifPresent(group -> factors.put(AppraisalScore.Factor.WORST_GROUP, (long) group));
        return factors;
    }
}
