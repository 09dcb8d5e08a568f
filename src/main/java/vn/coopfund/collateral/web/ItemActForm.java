package vn.coopfund.collateral.web;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.collateral.RegistrationOffice;
import vn.coopfund.collateral.Registrations;

/** What is filled in to do something with an item; each act ({@link ItemAct}) shows some of it. */
public class ItemActForm {

    private MonetaryAmount amount;
    private LocalDate on;
    private LocalDate until;
    private String method;
    private String paper;
    private Boolean required;
    private RegistrationOffice office;
    private String number;
    private String notary;
    private String reason;
    private String papers;
    private String place;
    private String party;
    private String policy;
    private Long loan;

    Registrations.Entry toEntry() {
        return new Registrations.Entry(!Boolean.FALSE.equals(required), office, number, on, notary, reason);
    }

    public MonetaryAmount getAmount() {
        return amount;
    }

    public void setAmount(MonetaryAmount amount) {
        this.amount = amount;
    }

    public LocalDate getOn() {
        return on;
    }

    public void setOn(LocalDate on) {
        this.on = on;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getPaper() {
        return paper;
    }

    public void setPaper(String paper) {
        this.paper = paper;
    }

    public Boolean getRequired() {
        return required;
    }

    public void setRequired(Boolean required) {
        this.required = required;
    }

    public RegistrationOffice getOffice() {
        return office;
    }

    public void setOffice(RegistrationOffice office) {
        this.office = office;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getNotary() {
        return notary;
    }

    public void setNotary(String notary) {
        this.notary = notary;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getPapers() {
        return papers;
    }

    public void setPapers(String papers) {
        this.papers = papers;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getParty() {
        return party;
    }

    public void setParty(String party) {
        this.party = party;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(String policy) {
        this.policy = policy;
    }

    public Long getLoan() {
        return loan;
    }

    public void setLoan(Long loan) {
        this.loan = loan;
    }
}
