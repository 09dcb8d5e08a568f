package vn.coopfund.vouchers.web;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.VoucherKind;

/** What the accountant fills in for money that is no loan's. */
class OrderForm {

    private VoucherKind paper;
    private MonetaryAmount amount;
    private LocalDate valueDate;
    private String account;
    private String party;
    private String partyAddress;
    private String partyAccount;
    private String text;
    private String bankAccount;

    OrderOtherMoney.Wish toWish() {
        return new OrderOtherMoney.Wish(paper, amount, valueDate, account, party, partyAddress, partyAccount, text, bankAccount);
    }

    public String getBankAccount() {
        return bankAccount;
    }

    public void setBankAccount(String bankAccount) {
        this.bankAccount = bankAccount;
    }

    public VoucherKind getPaper() {
        return paper;
    }

    public void setPaper(VoucherKind paper) {
        this.paper = paper;
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

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getParty() {
        return party;
    }

    public void setParty(String party) {
        this.party = party;
    }

    public String getPartyAddress() {
        return partyAddress;
    }

    public void setPartyAddress(String partyAddress) {
        this.partyAddress = partyAddress;
    }

    public String getPartyAccount() {
        return partyAccount;
    }

    public void setPartyAccount(String partyAccount) {
        this.partyAccount = partyAccount;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
