package vn.coopfund.servicing.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.servicing.TakeOnTerms;

/** What the page of a loan taken on asks for; a row left empty is none. */
class TakeOnForm {

    private Long borrowerId;
    private String contractNumber;
    private LocalDate signedOn;
    private String projectName;
    private LocalDate firstDisbursedOn;
    private BigDecimal annualRate;
    private BigDecimal overdueFactor = new BigDecimal("150");
    private BigDecimal lateInterestRate = new BigDecimal("10");
    private DayCount dayCount = DayCount.ACT_365;
    private OverdueScope overdueScope = OverdueScope.INSTALMENT;
    private boolean secured;
    private String security;
    private MonetaryAmount principal;
    private MonetaryAmount interestAccrued;
    private Integer restructureCount = 0;
    private Integer debtGroup = 1;
    private String account;
    private Long capitalSource;
    private String why;
    private List<TakeOnRow> rows = TakeOnRow.empty(12);
    private List<TakeOnRow> arrears = TakeOnRow.empty(4);

    /** Room for more of both, as often as asked for. */
    void more() {
        rows.addAll(TakeOnRow.empty(12));
        arrears.addAll(TakeOnRow.empty(4));
    }

    TakeOnTerms terms() {
        return new TakeOnTerms(borrowerId == null ? 0 : borrowerId, contractNumber, signedOn, projectName, firstDisbursedOn,
                annualRate, overdueFactor, lateInterestRate, dayCount, overdueScope, secured, security, TakeOnRow.dong(principal),
                rows.stream().filter(TakeOnRow::isGiven).map(TakeOnRow::due).toList(),
                arrears.stream().filter(TakeOnRow::isGiven).map(TakeOnRow::arrear).toList(), TakeOnRow.dong(interestAccrued),
                restructureCount == null ? 0 : restructureCount, debtGroup == null ? 1 : debtGroup, account, capitalSource);
    }

    public Long getBorrowerId() {
        return borrowerId;
    }

    public void setBorrowerId(Long borrowerId) {
        this.borrowerId = borrowerId;
    }

    public String getContractNumber() {
        return contractNumber;
    }

    public void setContractNumber(String contractNumber) {
        this.contractNumber = contractNumber;
    }

    public LocalDate getSignedOn() {
        return signedOn;
    }

    public void setSignedOn(LocalDate signedOn) {
        this.signedOn = signedOn;
    }

    public String getProjectName() {
        return projectName;
    }

    public void setProjectName(String projectName) {
        this.projectName = projectName;
    }

    public LocalDate getFirstDisbursedOn() {
        return firstDisbursedOn;
    }

    public void setFirstDisbursedOn(LocalDate firstDisbursedOn) {
        this.firstDisbursedOn = firstDisbursedOn;
    }

    public BigDecimal getAnnualRate() {
        return annualRate;
    }

    public void setAnnualRate(BigDecimal annualRate) {
        this.annualRate = annualRate;
    }

    public BigDecimal getOverdueFactor() {
        return overdueFactor;
    }

    public void setOverdueFactor(BigDecimal overdueFactor) {
        this.overdueFactor = overdueFactor;
    }

    public BigDecimal getLateInterestRate() {
        return lateInterestRate;
    }

    public void setLateInterestRate(BigDecimal lateInterestRate) {
        this.lateInterestRate = lateInterestRate;
    }

    public DayCount getDayCount() {
        return dayCount;
    }

    public void setDayCount(DayCount dayCount) {
        this.dayCount = dayCount;
    }

    public OverdueScope getOverdueScope() {
        return overdueScope;
    }

    public void setOverdueScope(OverdueScope overdueScope) {
        this.overdueScope = overdueScope;
    }

    public boolean isSecured() {
        return secured;
    }

    public void setSecured(boolean secured) {
        this.secured = secured;
    }

    public String getSecurity() {
        return security;
    }

    public void setSecurity(String security) {
        this.security = security;
    }

    public MonetaryAmount getPrincipal() {
        return principal;
    }

    public void setPrincipal(MonetaryAmount principal) {
        this.principal = principal;
    }

    public MonetaryAmount getInterestAccrued() {
        return interestAccrued;
    }

    public void setInterestAccrued(MonetaryAmount interestAccrued) {
        this.interestAccrued = interestAccrued;
    }

    public Integer getRestructureCount() {
        return restructureCount;
    }

    public void setRestructureCount(Integer restructureCount) {
        this.restructureCount = restructureCount;
    }

    public Integer getDebtGroup() {
        return debtGroup;
    }

    public void setDebtGroup(Integer debtGroup) {
        this.debtGroup = debtGroup;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public Long getCapitalSource() {
        return capitalSource;
    }

    public void setCapitalSource(Long capitalSource) {
        this.capitalSource = capitalSource;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public List<TakeOnRow> getRows() {
        return rows;
    }

    public void setRows(List<TakeOnRow> rows) {
        this.rows = rows;
    }

    public List<TakeOnRow> getArrears() {
        return arrears;
    }

    public void setArrears(List<TakeOnRow> arrears) {
        this.arrears = arrears;
    }
}
