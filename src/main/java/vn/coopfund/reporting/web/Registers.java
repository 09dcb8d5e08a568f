package vn.coopfund.reporting.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.coopfund.reporting.CapitalLine;
import vn.coopfund.reporting.ProjectLine;
import vn.coopfund.web.Texts;

/** The columns of the registers as files: fixed names for programs, message keys for people. */
@Component
class Registers {

    static final List<String> PROJECTS = List.of("loan", "number", "cooperative", "project", "disbursedOn", "amount");
    static final List<String> CAPITAL = List.of("source", "sourceName", "amount", "valueDate", "bookedOn", "decision", "entry");

    private final Texts texts;

    Registers(Texts texts) {
        this.texts = texts;
    }

    List<String> heads(List<String> columns, Locale locale) {
        return columns.stream().map(column -> texts.in(locale, "reporting.column." + column)).toList();
    }

    static Object[] cells(ProjectLine line) {
        return new Object[] {line.loan(), line.number(), line.cooperative(), line.project(), line.disbursedOn(), line.amount()};
    }

    static Object[] cells(CapitalLine line) {
        return new Object[] {line.source(), line.sourceName(), line.amount(), line.valueDate(), line.bookedOn(),
            line.decision(), line.entry()};
    }
}
