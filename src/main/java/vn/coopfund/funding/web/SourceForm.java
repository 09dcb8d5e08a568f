package vn.coopfund.funding.web;

import java.time.LocalDate;
import vn.coopfund.funding.EndCapitalSource;
import vn.coopfund.funding.OpenCapitalSource;

/** What the accountant fills in for a new capital source, or for one that ends. */
class SourceForm {

    private String code;
    private String nameVi;
    private String nameEn;
    private String account;
    private boolean charter;
    private boolean own = true;
    private LocalDate from;
    private String source;
    private LocalDate to;
    private String decision;

    OpenCapitalSource.Wish toOpening() {
        return new OpenCapitalSource.Wish(code, nameVi, nameEn, account, charter, own, from, decision);
    }

    EndCapitalSource.Wish toEnding() {
        return new EndCapitalSource.Wish(source, to, decision);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(String nameVi) {
        this.nameVi = nameVi;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public boolean isCharter() {
        return charter;
    }

    public void setCharter(boolean charter) {
        this.charter = charter;
    }

    public boolean isOwn() {
        return own;
    }

    public void setOwn(boolean own) {
        this.own = own;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision;
    }
}
