package vn.coopfund.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** The months of the books, and the day on which a fact comes into them. */
@Component
public class Periods {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Periods(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /**
     * The day in the books (ngày ghi sổ) of a fact: its value date or, if that month is closed (softly or hard), the
     * first open day after it; never later than the business date.
     */
    public LocalDate bookingDay(LocalDate valueDate) {
        return bookingDay(valueDate, false);
    }

    /** @param adjustment whether it is one of those that the chief accountant still books into a softly closed month */
    LocalDate bookingDay(LocalDate valueDate, boolean adjustment) {
        LocalDate today = businessDay.today();
        if (valueDate.isAfter(today)) {
            throw Refusal.invalid("valueDate", "ledger.value-date-in-future", today);
        }
        if (isRunning(valueDate, today)) {
            return valueDate;
        }
        return jdbc.sql("""
                select greatest(first_day::date, :value) from generate_series(
                    date_trunc('month', :value::timestamp), :today::timestamp, interval '1 month') as open(first_day)
                where ledger.period_state(:fund, first_day::date) in ('OPEN', case when :adjustment then 'SOFT' else 'OPEN' end)
                order by first_day limit 1""")
                .param("value", valueDate).param("today", today).param("fund", Actors.current().fundId())
                .param("adjustment", adjustment).query(LocalDate.class).optional()
                .orElseThrow(() -> Refusal.invalid("valueDate", "ledger.period-closed", today));
    }

    /** Whether facts of that day come into a later month; softly closed counts too. */
    public boolean isClosed(LocalDate day) {
        return !isRunning(day, businessDay.today()) && state(YearMonth.from(day)) != State.OPEN;
    }

    /** How far a month is closed. */
    public enum State { OPEN, SOFT, CLOSED }

    public State state(YearMonth month) {
        return State.valueOf(jdbc.sql("select ledger.period_state(?, ?)")
                .params(Actors.current().fundId(), month.atDay(1)).query(String.class).single());
    }

    /** The oldest month in which something happened and that is not closed so far; empty where there is none. */
    public Optional<YearMonth> oldestBelow(State state) {
        return jdbc.sql("select min(month) from ledger.period where fund_id = ? and state = any(?)")
                .params(Actors.current().fundId(), below(state)).query(LocalDate.class).optional().map(YearMonth::from);
    }

    private static String[] below(State state) {
        return Arrays.stream(State.values()).filter(each -> each.compareTo(state) < 0).map(State::name).toArray(String[]::new);
    }

    /**
     * Months close in order: a month goes on only after all before it that have begun, and is opened again only after all
     * that follow.
     *
     * @throws Refusal that names the month in the way
     */
    void refuseOutOfOrder(YearMonth month, State next) {
        if (next == State.OPEN) {
            jdbc.sql("select max(month) from ledger.period where fund_id = ? and month > ? and state <> 'OPEN'")
                    .params(Actors.current().fundId(), month.atDay(1)).query(LocalDate.class).optional().ifPresent(later -> {
                        throw Refusal.conflict("ledger.later-month-closed", words(YearMonth.from(later)));
                    });
        } else {
            oldestBelow(next).filter(earlier -> earlier.isBefore(month)).ifPresent(earlier -> {
                throw Refusal.conflict("ledger.earlier-month-open." + next, words(earlier));
            });
        }
    }

    private static String words(YearMonth month) {
        return MONTH.format(month);
    }

    /**
     * A month as its page lists it.
     *
     * @param entries how many were booked into it
     * @param at      when it came into this state; null where nobody ever closed it
     * @param who     who brought it there
     * @param checker the second person, where there was one
     */
    public record Month(YearMonth month, State state, long entries, Instant at, String who, String checker, String why) {

        public boolean isOpen() {
            return state == State.OPEN;
        }
    }

    /** The months of a year up to the business date's, newest first. */
    public List<Month> months(int year) {
        return jdbc.sql("""
                select m::date as month, ledger.period_state(:fund, m::date) as state, v.happened_at, v.why,
                       maker.display_name as who, checker.display_name as checker,
                       (select count(*) from ledger.entry e where e.fund_id = :fund
                          and e.booked_on >= m and e.booked_on < m + interval '1 month') as entries
                from generate_series(make_date(:year, 1, 1)::timestamp,
                        least(make_date(:year, 12, 1), :today::date)::timestamp, interval '1 month') as m
                left join lateral (select * from ledger.period_event v where v.fund_id = :fund and v.month = m::date
                                   order by v.id desc limit 1) v on true
                left join access.person maker on maker.id = v.made_by
                left join access.person checker on checker.id = v.checked_by
                order by m desc""")
                .param("fund", Actors.current().fundId()).param("year", year).param("today", businessDay.today())
                .query((row, number) -> new Month(YearMonth.from(row.getObject("month", LocalDate.class)),
                        State.valueOf(row.getString("state")), row.getLong("entries"),
                        row.getTimestamp("happened_at") == null ? null : row.getTimestamp("happened_at").toInstant(),
                        row.getString("who"), row.getString("checker"), row.getString("why"))).list();
    }

    /**
     * Brings a month into a state, after every entry that is being posted into it; false where it is there already.
     *
     * @throws Refusal where another month has to come first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean become(YearMonth month, State state, Long madeBy, Long checkedBy, String why) {
        long fund = Actors.current().fundId();
        jdbc.sql("insert into ledger.period (fund_id, month) values (?, ?) on conflict do nothing")
                .params(fund, month.atDay(1)).update();
        String before = jdbc.sql("select state from ledger.period where fund_id = ? and month = ? for update")
                .params(fund, month.atDay(1)).query(String.class).single();
        if (before.equals(state.name())) {
            return false;
        }
        refuseOutOfOrder(month, state);
        boolean closed = state == State.CLOSED;
        jdbc.sql("update ledger.period set state = ?, closed_at = ?, closed_by = ? where fund_id = ? and month = ?")
                .params(Arrays.asList(state.name(), closed ? Timestamp.from(businessDay.now()) : null,
                        closed ? madeBy : null, fund, month.atDay(1))).update();
        jdbc.sql("insert into ledger.period_event (id, fund_id, month, became, made_by, checked_by, why) "
                        + "values (nextval('ledger.period_event_seq'), ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(fund, month.atDay(1), state.name(), madeBy, checkedBy, why)).update();
        return true;
    }

    /** Only a month that is over can be closed: of the one that runs nothing need be asked. */
    private static boolean isRunning(LocalDate day, LocalDate today) {
        return YearMonth.from(day).equals(YearMonth.from(today));
    }
}
