package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Entries that people write themselves: what is wrong with one, and how it stands in the journal. */
@Component
class ManualEntries {

    private final JdbcClient jdbc;
    private final Periods periods;
    private final KnownSources sources;

    ManualEntries(JdbcClient jdbc, Periods periods, KnownSources sources) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.sources = sources;
    }

    /** Everything that is wrong, each line at its field. */
    void refuseWrong(ManualEntry entry) {
        Refusal.Problems problems = new Refusal.Problems()
                .addIf(entry.valueDate() == null, "valueDate", "ledger.day-needed")
                .addIf(entry.text() == null || entry.text().isBlank(), "text", "ledger.text-needed")
                .addIf(entry.lines().size() < 2, "lines[0].account", "ledger.two-lines-needed");
        if (entry.valueDate() != null) {
            for (int i = 0; i < entry.lines().size(); i++) {
                refuseWrong(problems, "lines[" + i + "].", entry.lines().get(i), entry.valueDate());
            }
        }
        long debit = sum(entry, ManualEntry.Row::debit);
        long credit = sum(entry, ManualEntry.Row::credit);
        problems.addIf(debit != credit, "lines[0].debit", "ledger.not-balanced", Dong.of(debit), Dong.of(credit))
                .refuseIfAny();
        periods.bookingDay(entry.valueDate(), true);
    }

    private void refuseWrong(Refusal.Problems problems, String field, ManualEntry.Row row, LocalDate on) {
        record Account(boolean takes, String needs) {
        }
        Account account = jdbc.sql("""
                select leaf and :day between valid_from and coalesce(valid_to, 'infinity') as takes, needs
                from ledger.account where fund_id = :fund and code = :code""")
                .param("day", on).param("fund", Actors.current().fundId())
                .param("code", row.account() == null ? "" : row.account()).query(Account.class).optional()
                .orElse(new Account(false, null));
        problems.addIf(!account.takes(), field + "account", "ledger.account-takes-none", row.account())
                .addIf((row.debit() > 0) == (row.credit() > 0) || row.debit() < 0 || row.credit() < 0, field + "debit",
                        "ledger.one-side")
                .addIf("LOAN".equals(account.needs()) && row.loan() == null, field + "loan", "ledger.loan-needed",
                        row.account())
                .addIf("CAPITAL_SOURCE".equals(account.needs()) && row.capitalSource() == null, field + "capitalSource",
                        "ledger.source-needed", row.account())
                .addIf(row.capitalSource() != null && !stands(row, "CAPITAL_SOURCE".equals(account.needs())),
                        field + "capitalSource", "ledger.source-elsewhere", row.account());
    }

    /** Whether there is such a source and, on an account of capital, whether its capital stands there. */
    private boolean stands(ManualEntry.Row row, boolean onCapital) {
        return sources.all().stream().anyMatch(source -> source.id() == row.capitalSource()
                && (!onCapital || source.account().equals(row.account())));
    }

    private static long sum(ManualEntry entry, Function<ManualEntry.Row, Long> side) {
        return entry.lines().stream().map(side).reduce(0L, Math::addExact);
    }

    /** How it stands in the journal: made by who proposed it, checked by who lets it be. */
    NewEntry entry(String fact, BookProposal proposal, ManualEntry written, String textKey) {
        NewEntry entry = NewEntry.of(fact, written.valueDate(), textKey, written.text()).madeBy(proposal.proposedBy())
                .adjusting();
        written.lines().forEach(row -> entry.debit(row.account(), row.debit(), row.dimensions())
                .credit(row.account(), row.credit(), row.dimensions()));
        return entry;
    }
}
