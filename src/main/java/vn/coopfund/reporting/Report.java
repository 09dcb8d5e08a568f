package vn.coopfund.reporting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.coopfund.access.Role;

/**
 * A report, said once: who reads it, what it asks for, its columns and where its rows come from. Page, CSV, XLSX and
 * PDF are made from this alone. Words: {@code reporting.report.<code>} and {@code reporting.report.<code>.about}.
 *
 * @param form   the number of the ministry's form, or null
 * @param paper  whose papers it is like: a book of accounts, or a report with quốc hiệu and tiêu ngữ
 * @param rows   in SQL or made by code
 * @param sorted whether the order may be wished; not where a balance runs
 */
public record Report(String code, Desk desk, Set<Role> readers, Set<Parameter> parameters, String form, Paper paper,
        List<Column> columns, Rows rows, boolean sorted) {

    /** Who needs it, by which the list of reports is ordered. */
    public enum Desk { BOOKS, LOANS, RISK, STATEMENTS }

    /** How its paper looks. */
    public enum Paper { BOOK, OFFICIAL }

    /** Where rows come from: places of a row are the columns in their order, then the hidden ones. */
    public sealed interface Rows {

        /** One question; parameters are those of {@link ReportRows}. */
        record Sql(String text, int hidden) implements Rows {
        }

        /** Made from what other rooms say; few enough to be held. */
        record Made(Function<ReportWish, List<Object[]>> by) implements Rows {
        }
    }

    static final Set<Role> BOOKKEEPERS =
            EnumSet.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER);
    static final Set<Role> LENDERS = EnumSet.of(Role.LOAN_OFFICER, Role.HEAD_OF_LENDING, Role.DIRECTOR,
            Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER);

    public Report {
        readers = Set.copyOf(readers);
        columns = List.copyOf(columns);
    }

    public String key() {
        return "reporting.report." + code;
    }

    public boolean takes(Parameter parameter) {
        return parameters.contains(parameter);
    }

    static Draft of(String code, Desk desk, Set<Role> readers, Parameter... parameters) {
        return new Draft(code, desk, readers, parameters);
    }

    /** Writes a report down, column by column. */
    static final class Draft {

        private final String code;
        private final Desk desk;
        private final Set<Role> readers;
        private final Set<Parameter> parameters = EnumSet.noneOf(Parameter.class);
        private final List<Column> columns = new ArrayList<>();
        private final List<Integer> balances = new ArrayList<>();
        private String form;
        private Paper paper = Paper.OFFICIAL;
        private boolean sorted = true;

        private Draft(String code, Desk desk, Set<Role> readers, Parameter... parameters) {
            this.code = code;
            this.desk = desk;
            this.readers = readers;
            this.parameters.addAll(List.of(parameters));
        }

        /** A book of accounts on the ministry's form. */
        Draft book(String number) {
            form = number;
            paper = Paper.BOOK;
            return this;
        }

        Draft form(String number) {
            form = number;
            return this;
        }

        Draft text(String... names) {
            return add(Column.Kind.TEXT, names);
        }

        Draft add(Column.Kind kind, String... names) {
            for (String name : names) {
                columns.add(new Column(name, kind, Column.NOTHING));
            }
            return this;
        }

        /** Whole đồng, added up. */
        Draft dong(String... names) {
            for (String name : names) {
                columns.add(new Column(name, Column.Kind.DONG, columns.size()));
            }
            return this;
        }

        /** Numbers of things, added up. */
        Draft count(String... names) {
            for (String name : names) {
                columns.add(new Column(name, Column.Kind.COUNT, columns.size()));
            }
            return this;
        }

        /** A balance that runs from row to row; its total is the sum of the next hidden place, and nobody sorts. */
        Draft balance(String name) {
            balances.add(columns.size());
            columns.add(new Column(name, Column.Kind.DONG, Column.NOTHING));
            sorted = false;
            return this;
        }

        Draft inOrder() {
            sorted = false;
            return this;
        }

        Report sql(String text) {
            return done(new Rows.Sql(text, balances.size()));
        }

        Report made(Function<ReportWish, List<Object[]>> by) {
            return done(new Rows.Made(by));
        }

        private Report done(Rows rows) {
            for (int i = 0; i < balances.size(); i++) {
                Column balance = columns.get(balances.get(i));
                columns.set(balances.get(i), new Column(balance.name(), balance.kind(), columns.size() + i));
            }
            return new Report(code, desk, readers, parameters, form, paper, columns, rows, sorted);
        }
    }
}
