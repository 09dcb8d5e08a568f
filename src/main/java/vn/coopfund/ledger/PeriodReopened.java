package vn.coopfund.ledger;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** A closed month open again, the latest first; what was booked there stays as it is. */
@Component
class PeriodReopened implements BookAct {

    private final JdbcClient jdbc;
    private final Periods periods;

    PeriodReopened(JdbcClient jdbc, Periods periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    @Override
    public BookProposal.Kind kind() {
        return BookProposal.Kind.REOPEN_PERIOD;
    }

    @Override
    public List<NewEntry> entries(BookProposal proposal) {
        YearMonth month = YearMonth.parse(proposal.target());
        if (periods.state(month) == Periods.State.OPEN) {
            throw Refusal.conflict("ledger.month-open");
        }
        if (jdbc.sql("select exists (select 1 from ledger.posted_fact where fund_id = ? and source_fact = ?)")
                .params(Actors.current().fundId(), YearEnd.fact(month.getYear())).query(Boolean.class).single()) {
            throw Refusal.conflict("ledger.year-ended", Integer.toString(month.getYear()));
        }
        periods.refuseOutOfOrder(month, Periods.State.OPEN);
        return List.of();
    }

    @Override
    public void perform(BookProposal proposal, long checkedBy) {
        entries(proposal);
        periods.become(YearMonth.parse(proposal.target()), Periods.State.OPEN, proposal.proposedBy(), checkedBy,
                proposal.why());
    }
}
