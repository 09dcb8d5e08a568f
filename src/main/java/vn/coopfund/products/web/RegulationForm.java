package vn.coopfund.products.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.RegulationDraft;
import vn.coopfund.products.RegulationField;

/** A version of the regulation as the administrator types it: every figure as the text of its field. */
public class RegulationForm {

    private LocalDate inForceFrom;
    private String paper;
    private Map<String, String> figures = new LinkedHashMap<>();
    private String reason;

    static RegulationForm of(LendingRegulation regulation, LocalDate inForceFrom) {
        RegulationForm form = new RegulationForm();
        form.inForceFrom = inForceFrom;
        RegulationField.ALL.forEach(field -> form.figures.put(field.name(), typed(field.value(regulation))));
        return form;
    }

    private static String typed(Object value) {
        if (value instanceof MonetaryAmount amount) {
            return DongFormat.figures(Dong.longOf(amount));
        }
        if (value instanceof BigDecimal figure) {
            return figure.toPlainString().replace('.', ',');
        }
        if (value instanceof Collection<?> words) {
            return words.stream().map(Object::toString).collect(Collectors.joining(","));
        }
        return value == null ? null : value.toString();
    }

    RegulationDraft draft() {
        return new RegulationDraft(inForceFrom, paper, figures);
    }

    /** The name on this form of a figure. */
    static String nameOf(String field) {
        return RegulationField.ALL.stream().anyMatch(one -> one.name().equals(field)) ? "figures[" + field + "]" : field;
    }

    public LocalDate getInForceFrom() {
        return inForceFrom;
    }

    public void setInForceFrom(LocalDate inForceFrom) {
        this.inForceFrom = inForceFrom;
    }

    public String getPaper() {
        return paper;
    }

    public void setPaper(String paper) {
        this.paper = paper;
    }

    public Map<String, String> getFigures() {
        return figures;
    }

    public void setFigures(Map<String, String> figures) {
        this.figures = figures;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
