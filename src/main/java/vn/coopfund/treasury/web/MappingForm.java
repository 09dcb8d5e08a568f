package vn.coopfund.treasury.web;

import vn.coopfund.treasury.ColumnMapping;

/** How a file is to be read. */
public class MappingForm {

    private String name;
    private Integer headerRow;
    private String date;
    private String credit;
    private String debit;
    private String balance;
    private String content;
    private String reference;
    private String datePattern;
    private String decimalMark;
    private String thousandMark;
    private String encoding;

    static MappingForm of(ColumnMapping mapping) {
        MappingForm form = new MappingForm();
        form.name = mapping.name();
        form.headerRow = mapping.headerRow();
        form.date = mapping.date();
        form.credit = mapping.credit();
        form.debit = mapping.debit();
        form.balance = mapping.balance();
        form.content = mapping.content();
        form.reference = mapping.reference();
        form.datePattern = mapping.datePattern();
        form.decimalMark = mapping.decimalMark();
        form.thousandMark = mapping.thousandMark().equals(" ") ? "BLANK" : mapping.thousandMark();
        form.encoding = mapping.encoding();
        return form;
    }

    ColumnMapping mapping() {
        return new ColumnMapping(name, headerRow == null ? 0 : headerRow, date, credit, debit, balance, content, reference,
                datePattern, decimalMark, "BLANK".equals(thousandMark) ? " " : thousandMark, encoding);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getHeaderRow() {
        return headerRow;
    }

    public void setHeaderRow(Integer headerRow) {
        this.headerRow = headerRow;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getCredit() {
        return credit;
    }

    public void setCredit(String credit) {
        this.credit = credit;
    }

    public String getDebit() {
        return debit;
    }

    public void setDebit(String debit) {
        this.debit = debit;
    }

    public String getBalance() {
        return balance;
    }

    public void setBalance(String balance) {
        this.balance = balance;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getDatePattern() {
        return datePattern;
    }

    public void setDatePattern(String datePattern) {
        this.datePattern = datePattern;
    }

    public String getDecimalMark() {
        return decimalMark;
    }

    public void setDecimalMark(String decimalMark) {
        this.decimalMark = decimalMark;
    }

    public String getThousandMark() {
        return thousandMark;
    }

    public void setThousandMark(String thousandMark) {
        this.thousandMark = thousandMark;
    }

    public String getEncoding() {
        return encoding;
    }

    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }
}
