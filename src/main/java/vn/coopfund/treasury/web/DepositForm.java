package vn.coopfund.treasury.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.treasury.DepositEvent;
import vn.coopfund.treasury.OpenDeposit;
import vn.coopfund.treasury.TurnDeposit;

/** What the accountant fills in about a deposit, new or open. */
class DepositForm {

    private String bank;
    private String number;
    private MonetaryAmount amount;
    private MonetaryAmount interest;
    private String rate;
    private LocalDate valueDate;
    private LocalDate maturesOn;
    private DepositEvent.Kind kind;
    private String bankAccount;
    private String decision;

    OpenDeposit.Wish toOpening() {
        return new OpenDeposit.Wish(bank, number, amount, read(rate), valueDate, maturesOn, decision, bankAccount);
    }

    TurnDeposit.Wish toTurn() {
        return new TurnDeposit.Wish(kind, interest, valueDate, read(rate), maturesOn, decision, bankAccount);
    }

    /** A rate with a comma or a point; null for anything else. */
    private static BigDecimal read(String rate) {
        return rate != null && rate.strip().matches("\\d{1,3}([.,]\\d{1,4})?") ? new BigDecimal(rate.strip().replace(',', '.')) : null;
    }

    public String getBank() {
        return bank;
    }

    public void setBank(String bank) {
        this.bank = bank;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public MonetaryAmount getAmount() {
        return amount;
    }

    public void setAmount(MonetaryAmount amount) {
        this.amount = amount;
    }

    public MonetaryAmount getInterest() {
        return interest;
    }

    public void setInterest(MonetaryAmount interest) {
        this.interest = interest;
    }

    public String getRate() {
        return rate;
    }

    public void setRate(String rate) {
        this.rate = rate;
    }

    public LocalDate getValueDate() {
        return valueDate;
    }

    public void setValueDate(LocalDate valueDate) {
        this.valueDate = valueDate;
    }

    public LocalDate getMaturesOn() {
        return maturesOn;
    }

    public void setMaturesOn(LocalDate maturesOn) {
        this.maturesOn = maturesOn;
    }

    public String getBankAccount() {
        return bankAccount;
    }

    public void setBankAccount(String bankAccount) {
        this.bankAccount = bankAccount;
    }

    public DepositEvent.Kind getKind() {
        return kind;
    }

    public void setKind(DepositEvent.Kind kind) {
        this.kind = kind;
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision;
    }
}
