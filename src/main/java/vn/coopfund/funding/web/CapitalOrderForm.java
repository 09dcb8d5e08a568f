package vn.coopfund.funding.web;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.funding.CapitaliseAccumulation;
import vn.coopfund.funding.WithdrawCapital;

/** What the accountant fills in to take capital out, or to make accumulation charter capital. */
class CapitalOrderForm {

    private String source;
    private String from;
    private String to;
    private MonetaryAmount amount;
    private LocalDate valueDate;
    private String party;
    private String account;
    private String decision;
    private String bankAccount;

    WithdrawCapital.Wish toWithdrawal() {
        return new WithdrawCapital.Wish(source, amount, valueDate, party, account, decision, bankAccount);
    }

    CapitaliseAccumulation.Wish toCapitalisation() {
        return new CapitaliseAccumulation.Wish(from, to, amount, valueDate, decision);
    }

    public String getBankAccount() {
        return bankAccount;
    }

    public void setBankAccount(String bankAccount) {
        this.bankAccount = bankAccount;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public MonetaryAmount getAmount() {
        return amount;
    }

    public void setAmount(MonetaryAmount amount) {
        this.amount = amount;
    }

    public LocalDate getValueDate() {
        return valueDate;
    }

    public void setValueDate(LocalDate valueDate) {
        this.valueDate = valueDate;
    }

    public String getParty() {
        return party;
    }

    public void setParty(String party) {
        this.party = party;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision;
    }
}
