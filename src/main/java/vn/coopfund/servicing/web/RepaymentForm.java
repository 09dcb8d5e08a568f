package vn.coopfund.servicing.web;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/** What the page of a receipt asks for. */
class RepaymentForm {

    private MonetaryAmount amount;
    private LocalDate valueDate;
    private Channel channel = Channel.BANK;
    private String reference;
    private EarlyRepayment early;
    private String why;
    private String bankAccount;

    Receipt receipt(BankAccounts banks) {
        return new Receipt(amount, valueDate, channel, reference, early,
                channel == Channel.BANK ? banks.named(bankAccount) : null);
    }

    public String getBankAccount() {
        return bankAccount;
    }

    public void setBankAccount(String bankAccount) {
        this.bankAccount = bankAccount;
    }

    /** A person has the bank's advice at hand, and knows why the money is reported late. */
    void refuseUntold(boolean late) {
        new Refusal.Problems()
                .addIf(channel == Channel.BANK && (reference == null || reference.isBlank()), "reference",
                        "servicing.refused.required")
                .addIf(late && (why == null || why.isBlank()), "why", "servicing.refused.late-why").refuseIfAny();
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
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

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public EarlyRepayment getEarly() {
        return early;
    }

    public void setEarly(EarlyRepayment early) {
        this.early = early;
    }
}
