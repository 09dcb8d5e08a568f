package vn.coopfund.origination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.origination.ApplicationContent;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.CashQuarter;
import vn.coopfund.origination.SecurityKind;

/** The application's form; each step fills in some of its fields. */
public class ApplicationForm {

    private static final int QUARTERS = 4;

    private Long borrowerId;
    private String projectName;
    private String sector;
    private String purpose;
    private MonetaryAmount totalCost;
    private MonetaryAmount ownCapital;
    private MonetaryAmount amount;
    private Integer termMonths;
    private Integer monthsBetween;
    private SecurityKind securityKind;
    private String securityText;
    private MonetaryAmount securityValue;
    private MonetaryAmount yearlyIncome;
    private MonetaryAmount yearlyCost;
    private String cashFlowText;
    private List<QuarterForm> quarters = new ArrayList<>(Stream.generate(QuarterForm::new).limit(QUARTERS).toList());

    /** A quarter of a usual year: what comes in and goes out; empty where nothing is said. */
    public static class QuarterForm {
        private MonetaryAmount income;
        private MonetaryAmount cost;

        public MonetaryAmount getIncome() {
            return income;
        }

        public void setIncome(MonetaryAmount income) {
            this.income = income;
        }

        public MonetaryAmount getCost() {
            return cost;
        }

        public void setCost(MonetaryAmount cost) {
            this.cost = cost;
        }
    }

    static ApplicationForm of(ApplicationView view) {
        ApplicationForm form = new ApplicationForm();
        ApplicationContent content = view.content();
        form.borrowerId = view.borrowerId();
        form.projectName = content.projectName();
        form.purpose = content.purpose();
        form.sector = content.sector();
        form.totalCost = content.totalCost();
        form.ownCapital = content.ownCapital();
        form.amount = content.amount();
        form.termMonths = content.termMonths();
        form.monthsBetween = content.monthsBetween();
        form.securityKind = content.securityKind();
        form.securityText = content.securityText();
        form.securityValue = content.securityValue();
        form.yearlyIncome = content.yearlyIncome();
        form.yearlyCost = content.yearlyCost();
        form.cashFlowText = content.cashFlowText();
        content.quarters().forEach(quarter -> {
            form.quarters.get(quarter.quarter() - 1).income = quarter.income();
            form.quarters.get(quarter.quarter() - 1).cost = quarter.cost();
        });
        return form;
    }

    /** What a step shows is what is meant, also where it came back empty; what it does not show stays. */
    ApplicationContent over(ApplicationContent now, int step) {
        return switch (step) {
            case 1 -> now.project(projectName, purpose, sector);
            case 2 -> now.money(totalCost, ownCapital, amount, termMonths, monthsBetween);
            case 3 -> now.security(securityKind, securityText, securityValue);
            case 4 -> now.cashFlow(yearlyIncome, yearlyCost, cashFlowText, quarters());
            default -> now;
        };
    }

    /** All four, once something is said of one. */
    private List<CashQuarter> quarters() {
        return quarters.stream().allMatch(quarter -> quarter.income == null && quarter.cost == null) ? List.of()
                : IntStream.rangeClosed(1, Math.min(QUARTERS, quarters.size())).mapToObj(number -> new CashQuarter(number,
                        quarters.get(number - 1).income, quarters.get(number - 1).cost)).toList();
    }

    ApplicationContent content() {
        return new ApplicationContent(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths,
                monthsBetween, securityKind, securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText);
    }

    public List<QuarterForm> getQuarters() {
        return quarters;
    }

    public void setQuarters(List<QuarterForm> quarters) {
        this.quarters = quarters;
    }

    public Long getBorrowerId() {
        return borrowerId;
    }

    public void setBorrowerId(Long borrowerId) {
        this.borrowerId = borrowerId;
    }

    public String getProjectName() {
        return projectName;
    }

    public void setProjectName(String projectName) {
        this.projectName = projectName;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getSector() {
        return sector;
    }

    public void setSector(String sector) {
        this.sector = sector;
    }

    public MonetaryAmount getTotalCost() {
        return totalCost;
    }

    public void setTotalCost(MonetaryAmount totalCost) {
        this.totalCost = totalCost;
    }

    public MonetaryAmount getOwnCapital() {
        return ownCapital;
    }

    public void setOwnCapital(MonetaryAmount ownCapital) {
        this.ownCapital = ownCapital;
    }

    public MonetaryAmount getAmount() {
        return amount;
    }

    public void setAmount(MonetaryAmount amount) {
        this.amount = amount;
    }

    public Integer getTermMonths() {
        return termMonths;
    }

    public void setTermMonths(Integer termMonths) {
        this.termMonths = termMonths;
    }

    public Integer getMonthsBetween() {
        return monthsBetween;
    }

    public void setMonthsBetween(Integer monthsBetween) {
        this.monthsBetween = monthsBetween;
    }

    public SecurityKind getSecurityKind() {
        return securityKind;
    }

    public void setSecurityKind(SecurityKind securityKind) {
        this.securityKind = securityKind;
    }

    public String getSecurityText() {
        return securityText;
    }

    public void setSecurityText(String securityText) {
        this.securityText = securityText;
    }

    public MonetaryAmount getSecurityValue() {
        return securityValue;
    }

    public void setSecurityValue(MonetaryAmount securityValue) {
        this.securityValue = securityValue;
    }

    public MonetaryAmount getYearlyIncome() {
        return yearlyIncome;
    }

    public void setYearlyIncome(MonetaryAmount yearlyIncome) {
        this.yearlyIncome = yearlyIncome;
    }

    public MonetaryAmount getYearlyCost() {
        return yearlyCost;
    }

    public void setYearlyCost(MonetaryAmount yearlyCost) {
        this.yearlyCost = yearlyCost;
    }

    public String getCashFlowText() {
        return cashFlowText;
    }

    public void setCashFlowText(String cashFlowText) {
        this.cashFlowText = cashFlowText;
    }
}
