package vn.coopfund.servicing.web;

import javax.money.MonetaryAmount;
import vn.coopfund.servicing.Channel;

/** What the page of a refund asks for. */
class RefundForm {

    private MonetaryAmount amount;
    private Channel channel = Channel.BANK;
    private String account;
    private String bankAccount;
    private String why;

    public MonetaryAmount getAmount() {
        return amount;
    }

    public void setAmount(MonetaryAmount amount) {
        this.amount = amount;
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getBankAccount() {
        return bankAccount;
    }

    public void setBankAccount(String bankAccount) {
        this.bankAccount = bankAccount;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
