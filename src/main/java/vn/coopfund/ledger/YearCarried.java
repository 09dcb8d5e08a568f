package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** At the start of a year the result of the one before becomes a result of earlier years: 4212 to 4211, on 1 January. */
@Component
class YearCarried implements BookAct {

    private final JdbcClient jdbc;
    private final PostingTemplates templates;
    private final Balances balances;
    private final Journal journal;

    YearCarried(JdbcClient jdbc, PostingTemplates templates, Balances balances, Journal journal) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.balances = balances;
        this.journal = journal;
    }

    @Override
    public BookProposal.Kind kind() {
        return BookProposal.Kind.YEAR_CARRY;
    }

    @Override
    public List<NewEntry> entries(BookProposal proposal) {
        int year = Integer.parseInt(proposal.target());
        LocalDate first = LocalDate.of(year, 1, 1).plusYears(1);
        if (!posted(YearEnd.fact(year))) {
            throw Refusal.conflict("ledger.year-not-ended", Integer.toString(year));
        }
        String fact = "year-carry:" + year;
        if (posted(fact)) {
            throw Refusal.conflict("ledger.year-carried", Integer.toString(year));
        }
        String thisYear = templates.on("year.carry", first).part("this-year").account();
        long amount = balances.of(thisYear, first.minusDays(1));
        if (amount == 0) {
            throw Refusal.conflict("ledger.year-empty", Integer.toString(year));
        }
        return List.of(templates.begin("year.carry", fact, first, "ledger.entry.year-carry", "" + year)
                .part("this-year", amount).part("earlier-years", amount).madeBy(proposal.proposedBy()).adjusting());
    }

    private boolean posted(String fact) {
        return jdbc.sql("select exists (select 1 from ledger.posted_fact where fund_id = ? and source_fact = ?)")
                .params(Actors.current().fundId(), fact).query(Boolean.class).single();
    }

    @Override
    public void perform(BookProposal proposal, long checkedBy) {
        entries(proposal).forEach(entry -> journal.post(entry.checkedBy(checkedBy)));
    }
}
