package vn.coopfund.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/**
 * What the fund stood at when its books began here, as one balanced entry before everything else. Loans are taken on
 * one by one, each with its own opening entry, so none stands here.
 */
@Component
class OpeningBalances implements BookAct {

    private final JdbcClient jdbc;
    private final BookProposals proposals;
    private final ManualEntries entries;
    private final Journal journal;

    OpeningBalances(JdbcClient jdbc, BookProposals proposals, ManualEntries entries, Journal journal) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.entries = entries;
        this.journal = journal;
    }

    @Override
    public BookProposal.Kind kind() {
        return BookProposal.Kind.OPENING_BALANCES;
    }

    @Override
    public List<NewEntry> entries(BookProposal proposal) {
        ManualEntry written = proposals.details(proposal, ManualEntry.class);
        entries.refuseWrong(written);
        for (int i = 0; i < written.lines().size(); i++) {
            if (isOfTheYear(written.lines().get(i).account())) {
                throw Refusal.invalid("lines[" + i + "].account", "ledger.opening-of-the-year");
            }
        }
        if (jdbc.sql("select exists (select 1 from ledger.entry where fund_id = ? and booked_on < ?)")
                .params(Actors.current().fundId(), written.valueDate()).query(Boolean.class).single()) {
            throw Refusal.invalid("valueDate", "ledger.opening-after-entries", written.valueDate());
        }
        return List.of(entries.entry("opening:" + written.valueDate(), proposal, written, "ledger.entry.opening"));
    }

    /** Income and expense begin each year at nothing. */
    private boolean isOfTheYear(String account) {
        return jdbc.sql("select exists (select 1 from ledger.account where fund_id = ? and code = ? "
                        + "and kind in ('INCOME', 'EXPENSE', 'RESULT'))")
                .params(Actors.current().fundId(), account).query(Boolean.class).single();
    }

    @Override
    public void perform(BookProposal proposal, long checkedBy) {
        entries(proposal).forEach(entry -> journal.post(entry.checkedBy(checkedBy)));
    }
}
