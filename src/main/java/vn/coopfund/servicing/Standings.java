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

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /**
     * The same for many with one statement. A line that runs on keeps its row, one that runs no more goes; since when a
     * loan pays as its schedule says ({@link OnSchedule}) begins on the first day that finds it so, and ends in arrears.
     */
    void putAll(List<Stood> all) {
        List<Line> lines = all.stream().flatMap(stood -> stood.position().running().stream()
                .map(running -> new Line(stood, running))).toList();
        jdbc.sql("""
                with stood as (
                    insert into servicing.standing as known (loan_id, principal_outstanding, credit, next_due_on,
                        next_event_on, days_past_due, principal_due, interest_due, interest_fixed, interest_met,
                        overdue_fixed, late_fixed, on_schedule_since)
                    select * from unnest(:loans, :principals, :credits, :dueDays::date[], :eventDays::date[], :pastDue,
                        :principalsDue, :interestDue, :interestFixed, :interestMet, :overdueFixed, :lateFixed, :cleanDays::date[])
                    on conflict (loan_id) do update set principal_outstanding = excluded.principal_outstanding,
                        credit = excluded.credit, next_due_on = excluded.next_due_on,
                        next_event_on = excluded.next_event_on, days_past_due = excluded.days_past_due,
                        principal_due = excluded.principal_due, interest_due = excluded.interest_due,
                        interest_fixed = excluded.interest_fixed, interest_met = excluded.interest_met,
                        overdue_fixed = excluded.overdue_fixed, late_fixed = excluded.late_fixed,
                        on_schedule_since = case when excluded.on_schedule_since is not null
                            then coalesce(known.on_schedule_since, excluded.on_schedule_since) end,
                        recorded_at = clock_timestamp()
                ), line as materialized (
                    select * from unnest(:lineLoans, :kinds, :rows, :dayCounts, :balances, :exact::numeric[],
                            :perUnit::numeric[], :whole::numeric[], :from, :roundings, :accrued, :through::date[])
                        as l(loan_id, kind, row_number, day_count, balance, exact, per_unit, whole, position_from,
                            rounding, accrued, accrued_through)
                ), gone as (
                    delete from servicing.running_interest r where r.loan_id = any (:loans)
                        and (r.loan_id, r.kind, r.row_number) not in (select loan_id, kind, row_number from line))
                insert into servicing.running_interest (fund_id, loan_id, kind, row_number, day_count, balance, exact,
                    per_unit, whole, position_from, rounding, accrued, accrued_through)
                select :fund, * from line
                on conflict (loan_id, kind, row_number) do update set day_count = excluded.day_count,
                    balance = excluded.balance, exact = excluded.exact, per_unit = excluded.per_unit,
                    whole = excluded.whole, position_from = excluded.position_from, rounding = excluded.rounding,
                    accrued = excluded.accrued, accrued_through = excluded.accrued_through""")
                .param("fund", Actors.current().fundId()).param("loans", longs(all, each -> each.loan().id()))
                .param("principals", longs(all, each -> each.position().principalOutstanding()))
                .param("credits", longs(all, each -> each.position().credit()))
                .param("dueDays", days(all, Stood::nextDueOn))
                .param("eventDays", days(all, each -> each.position().nextEventOn()))
                .param("pastDue", ints(all, each -> each.position().daysPastDue()))
                .param("principalsDue", longs(all, each -> each.position().principalDue()))
                .param("interestDue", longs(all, each -> each.position().interestDue()))
                .param("interestFixed", longs(all, each -> each.beside(RunningInterest.Kind.IN_TERM, each.position().interestEarned())))
                .param("interestMet", longs(all, Stood::interestMet))
                .param("overdueFixed", longs(all, each -> each.beside(RunningInterest.Kind.OVERDUE, each.position().overdueInterest())))
                .param("lateFixed", longs(all, each -> each.beside(RunningInterest.Kind.LATE, each.position().lateInterest())))
                .param("cleanDays", days(all, OnSchedule::cleanOn))
                .param("lineLoans", longs(lines, each -> each.stood().loan().id()))
                .param("kinds", words(lines, each -> each.running().kind()))
                .param("rows", ints(lines, each -> each.running().row()))
                .param("dayCounts", words(lines, each -> each.stood().loan().conventions().dayCount()))
                .param("balances", longs(lines, each -> each.running().balance()))
                .param("exact", words(lines, each -> each.running().exact()))
                .param("perUnit", words(lines, each -> each.running().perUnit()))
                .param("whole", words(lines, each -> each.running().whole()))
                .param("from", longs(lines, each -> each.running().positionFrom()))
                .param("roundings", words(lines, each -> each.running().rounding()))
                .param("accrued", longs(lines, each -> each.running().accrued()))
                .param("through", days(lines, each -> each.stood().position().day()))
                .update();
    }

    private static <T> Integer[] ints(List<T> all, Function<T, Integer> part) {
        return all.stream().map(part).toArray(Integer[]::new);
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
