package vn.coopfund.servicing.web;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.Receipt;

/** What the page of a receipt asks for. */
class RepaymentForm {

    private MonetaryAmount amount;
    private LocalDate valueDate;
    private Channel channel = Channel.BANK;
    private String reference;
    private EarlyRepayment early;

    Receipt receipt() {
        return new Receipt(amount, valueDate, channel, reference, early);
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
