package vn.coopfund.risk.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.ProvisionBook;
import vn.coopfund.risk.Provisions;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.web.Chart;
import vn.coopfund.web.Texts;

/** The table of debt groups and provisions (bảng phân loại nợ và trích lập dự phòng), its chart and its columns. */
@Component
class RiskTable {

    static final List<String> COLUMNS = List.of("number", "borrower", "principal", "daysPastDue", "debtGroup", "criterion",
            "deducted", "rate", "target", "before", "change");
    static final List<String> MONTHS = List.of("month", "opening", "added", "released", "used", "closing");

    private final Classifications classifications;
    private final Provisions provisions;
    private final Texts texts;

    RiskTable(Classifications classifications, Provisions provisions, Texts texts) {
        this.classifications = classifications;
        this.provisions = provisions;
        this.texts = texts;
    }

    /** A loan with its group; {@code provision} is null until the provisions are worked out. */
    record Row(Classifications.Line debt, Provisions.Line provision) {
    }

    List<Row> rows(LocalDate asOf) {
        Map<Long, Provisions.Line> lines = provisions.find(asOf).map(run -> provisions.lines(run.id())).orElse(List.of())
                .stream().collect(Collectors.toMap(Provisions.Line::loanId, Function.identity()));
        return classifications.lines(asOf).stream().map(line -> new Row(line, lines.get(line.loanId()))).toList();
    }

    /** Provisions of loans that are on the balance sheet no more: they are released. */
    List<Provisions.Line> gone(LocalDate asOf) {
        return provisions.find(asOf).map(run -> provisions.lines(run.id())).orElse(List.of()).stream()
                .filter(line -> line.debtGroup() == null).toList();
    }

    Chart chart(List<Row> rows) {
        Stream<Integer> groups = IntStream.rangeClosed(1, 5).boxed();
        return Chart.bars(IntStream.rangeClosed(1, 5).mapToObj(group -> texts.of("risk.group", group)).toList()).amounts()
                .series(texts.of("risk.column.principal"), groups.map(group -> principal(rows, group, group)).toList());
    }

    /** Principal of the groups from one to another, đồng. */
    static long principal(List<Row> rows, int from, int to) {
        return rows.stream().map(Row::debt).filter(debt -> debt.debtGroup() >= from && debt.debtGroup() <= to)
                .mapToLong(Classifications.Line::principal).sum();
    }

    List<String> heads(List<String> columns, Locale locale) {
        return columns.stream().map(column -> texts.in(locale, "risk.column." + column)).toList();
    }

    Object[] cells(Row row) {
        Provisions.Line provision = row.provision();
        return new Object[] {row.debt().number(), row.debt().borrower(), row.debt().principal(), row.debt().daysPastDue(),
            row.debt().debtGroup(), texts.of("servicing.criterion." + row.debt().criterion()),
            provision == null ? null : provision.deducted(), provision == null ? null : rate(provision.rate()),
            provision == null ? null : provision.target(), provision == null ? null : provision.before(),
            provision == null ? null : provision.change()};
    }

    private static BigDecimal rate(BigDecimal rate) {
        return rate.stripTrailingZeros();
    }

    static Object[] cells(ProvisionBook.Month month) {
        return new Object[] {month.month(), month.opening(), month.added(), month.released(), month.used(), month.closing()};
    }
}
