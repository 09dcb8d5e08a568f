package vn.coopfund.funding.web;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.funding.NewContribution;

/** What the accountant fills in. */
public class ContributionForm {

    private String source;
    private MonetaryAmount amount;
    private LocalDate valueDate;
    private String decision;
    private String bankAccount;

    NewContribution toContribution() {
        return new NewContribution(source, amount, valueDate, decision, bankAccount);
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

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision;
    }
}
