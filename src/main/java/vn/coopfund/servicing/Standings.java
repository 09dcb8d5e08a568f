package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.schedule.RunningInterest;

/**
 * Writes down what a replay said, so that lists and the close of a day need not replay every loan: where the loan
 * stands, and the lines on which its interest runs until its next event.
 */
@Component
class Standings {

    private final JdbcClient jdbc;
    private final OnSchedule onSchedule;

    Standings(JdbcClient jdbc, OnSchedule onSchedule) {
        this.jdbc = jdbc;
        this.onSchedule = onSchedule;
    }

    /** A loan with where it stands on a day. */
    record Stood(Loan loan, LoanPosition position) {

        /** Interest of a kind that is owed or was earned beside the running lines; with them it is the whole. */
        private long beside(RunningInterest.Kind kind, long whole) {
            return whole - position.running().stream().filter(line -> line.kind() == kind)
                    .mapToLong(RunningInterest::accrued).sum();
        }

        private long interestMet() {
            return position.interestEarned() - position.interestDue() - position.interestAccrued();
        }

        private LocalDate nextDueOn() {
            return loan.disbursedOn() == null ? null : position.nextDue().map(RowPosition::dueOn).orElse(null);
        }
    }

    private record Line(Stood stood, RunningInterest running) {
    }

    /** The principal owed as it was written down last, đồng. */
    long principal(Loan loan) {
        return jdbc.sql("select principal_outstanding from servicing.standing where loan_id = ?").param(loan.id())
                .query(Long.class).single();
    }

    void put(Loan loan, LoanPosition position) {
        putAll(List.of(new Stood(loan, position)));
    }

    /** The same for many with a handful of statements. */
    void putAll(List<Stood> all) {
        putStandings(all);
        onSchedule.note(all);
        jdbc.sql("delete from servicing.running_interest where loan_id = any (?)").param(loans(all)).update();
        putLines(all.stream().flatMap(stood -> stood.position().running().stream()
                .map(running -> new Line(stood, running))).toList());
    }

    private void putStandings(List<Stood> all) {
        jdbc.sql("""
                insert into servicing.standing as known (loan_id, principal_outstanding, credit, next_due_on,
                    next_event_on, days_past_due, principal_due, interest_due, interest_fixed, interest_met,
                    overdue_fixed, late_fixed)
                select * from unnest(?, ?, ?, ?::date[], ?::date[], ?, ?, ?, ?, ?, ?, ?)
                on conflict (loan_id) do update set principal_outstanding = excluded.principal_outstanding,
                    credit = excluded.credit, next_due_on = excluded.next_due_on,
                    next_event_on = excluded.next_event_on, days_past_due = excluded.days_past_due,
                    principal_due = excluded.principal_due, interest_due = excluded.interest_due,
                    interest_fixed = excluded.interest_fixed, interest_met = excluded.interest_met,
                    overdue_fixed = excluded.overdue_fixed, late_fixed = excluded.late_fixed,
                    recorded_at = clock_timestamp()""")
                .params(loans(all), longs(all, each -> each.position().principalOutstanding()),
                        longs(all, each -> each.position().credit()), days(all, Stood::nextDueOn),
                        days(all, each -> each.position().nextEventOn()),
                        all.stream().map(each -> each.position().daysPastDue()).toArray(Integer[]::new),
                        longs(all, each -> each.position().principalDue()),
                        longs(all, each -> each.position().interestDue()),
                        longs(all, each -> each.beside(RunningInterest.Kind.IN_TERM, each.position().interestEarned())),
                        longs(all, Stood::interestMet),
                        longs(all, each -> each.beside(RunningInterest.Kind.OVERDUE, each.position().overdueInterest())),
                        longs(all, each -> each.beside(RunningInterest.Kind.LATE, each.position().lateInterest())))
                .update();
    }

    private void putLines(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into servicing.running_interest (fund_id, loan_id, kind, row_number, day_count, balance, exact,
                    per_unit, whole, position_from, rounding, accrued, accrued_through)
                select ?, * from unnest(?, ?, ?, ?, ?, ?::numeric[], ?::numeric[], ?::numeric[], ?, ?, ?, ?::date[])""")
                .params(Actors.current().fundId(), longs(lines, each -> each.stood().loan().id()),
                        words(lines, each -> each.running().kind()),
                        lines.stream().map(each -> each.running().row()).toArray(Integer[]::new),
                        words(lines, each -> each.stood().loan().conventions().dayCount()),
                        longs(lines, each -> each.running().balance()), words(lines, each -> each.running().exact()),
                        words(lines, each -> each.running().perUnit()), words(lines, each -> each.running().whole()),
                        longs(lines, each -> each.running().positionFrom()),
                        words(lines, each -> each.running().rounding()),
                        longs(lines, each -> each.running().accrued()),
                        days(lines, each -> each.stood().position().day()))
                .update();
    }

    private static Long[] loans(List<Stood> all) {
        return longs(all, each -> each.loan().id());
    }

    private static <T> Long[] longs(List<T> all, Function<T, Long> part) {
        return all.stream().map(part).toArray(Long[]::new);
    }

    private static <T> String[] words(List<T> all, Function<T, Object> part) {
        return all.stream().map(part).map(Object::toString).toArray(String[]::new);
    }

    /** Dates travel as text: the driver knows no arrays of them. */
    private static <T> String[] days(List<T> all, Function<T, LocalDate> part) {
        List<String> days = new ArrayList<>(all.size());
        all.forEach(each -> days.add(part.apply(each) == null ? null : part.apply(each).toString()));
        return days.toArray(String[]::new);
    }
}
