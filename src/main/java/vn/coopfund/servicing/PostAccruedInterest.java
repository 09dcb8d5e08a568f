package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.DayCloseStep;

/**
 * At the close of a month's last day, brings what every loan earned in term and is not posted yet into the books: to
 * the accounts where the official group is 1, to memorandum where it is worse. One entry a loan, many at a time.
 */
@Component
class PostAccruedInterest implements DayCloseStep {

    /** As many entries are in memory at once. */
    private static final int CHUNK = 2000;

    private final JdbcClient jdbc;
    private final EarnedInterest earned;

    PostAccruedInterest(JdbcClient jdbc, EarnedInterest earned) {
        this.jdbc = jdbc;
        this.earned = earned;
    }

    @Override
    public String name() {
        return "interestPosted";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return !DayCloseStep.isMonthEnd(day);
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return DayCloseStep.isMonthEnd(day) ? OptionalInt.of(jdbc.sql("""
                select count(*) from servicing.loan where fund_id = ? and state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED')""")
                .param(Actors.current().fundId()).query(Integer.class).single()) : OptionalInt.empty();
    }

    @Override
    public int run(LocalDate day) {
        if (!DayCloseStep.isMonthEnd(day)) {
            return 0;
        }
        int posted = 0;
        long after = 0;
        List<EarnedInterest.Unposted> next;
        do {
            next = earned.unposted(day, after, CHUNK);
            posted += earned.post(next, day);
            after = next.isEmpty() ? after : next.get(next.size() - 1).loan();
        } while (next.size() == CHUNK);
        return posted;
    }
}
