package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/**
 * The result of a year, by the templates {@code year.*}: every income and expense account is brought to nothing against
 * 911, and 911 against 4212, on 31 December. It adjusts a December that is closed softly; the other months are closed.
 */
@Component
class YearEnd implements BookAct {

    private final JdbcClient jdbc;
    private final PostingTemplates templates;
    private final Journal journal;
    private final Periods periods;
    private final BusinessDay businessDay;

    YearEnd(JdbcClient jdbc, PostingTemplates templates, Journal journal, Periods periods, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.journal = journal;
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /** The fact that a year ended; the entries beside it name it too. */
    static String fact(int year) {
        return "year-end:" + year + ":result";
    }

    private record Standing(String account, Account.Kind kind, long credit) {
    }

    @Override
    public BookProposal.Kind kind() {
        return BookProposal.Kind.YEAR_END;
    }

    @Override
    public List<NewEntry> entries(BookProposal proposal) {
        int year = Integer.parseInt(proposal.target());
        LocalDate last = LocalDate.of(year, 12, 31);
        refuseUnfinished(year, last);
        List<Standing> standing = standing(last);
        List<NewEntry> entries = new ArrayList<>();
        NewEntry income = templates.begin("year.income", "year-end:" + year + ":income", last, "ledger.entry.year-income", "" + year);
        NewEntry expense = templates.begin("year.expense", "year-end:" + year + ":expense", last, "ledger.entry.year-expense", "" + year);
        standing.forEach(each -> {
            if (each.kind() == Account.Kind.INCOME) {
                income.part("income", each.account(), each.credit());
            } else {
                expense.part("expense", each.account(), -each.credit());
            }
        });
        long earned = total(standing, Account.Kind.INCOME);
        long spent = -total(standing, Account.Kind.EXPENSE);
        entries.add(income.part("result", earned));
        entries.add(expense.part("result", spent));
        entries.add(templates.begin("year.result", fact(year), last, "ledger.entry.year-result", "" + year)
                .part("result", earned - spent).part("undistributed", earned - spent));
        entries.removeIf(entry -> entry.lines().isEmpty());
        entries.forEach(entry -> entry.madeBy(proposal.proposedBy()).adjusting());
        if (entries.isEmpty()) {
            throw Refusal.conflict("ledger.year-empty", Integer.toString(year));
        }
        return entries;
    }

    @Override
    public void perform(BookProposal proposal, long checkedBy) {
        entries(proposal).forEach(entry -> journal.post(entry.checkedBy(checkedBy)));
    }

    private void refuseUnfinished(int year, LocalDate last) {
        if (!last.isBefore(businessDay.today())) {
            throw Refusal.conflict("ledger.year-not-over", Integer.toString(year), businessDay.today());
        }
        if (jdbc.sql("select exists (select 1 from ledger.posted_fact where fund_id = ? and source_fact like ?)")
                .params(Actors.current().fundId(), "year-end:" + year + ":%").query(Boolean.class).single()) {
            throw Refusal.conflict("ledger.year-ended", Integer.toString(year));
        }
        periods.months(year).stream().filter(month -> month.isOpen()
                && (month.entries() > 0 || month.month().getMonthValue() == 12)).reduce((later, earlier) -> earlier)
                .ifPresent(open -> {
                    throw Refusal.conflict("ledger.year-open-month", open.month().atDay(1), Integer.toString(year));
                });
        if (periods.bookingDay(last, true).isAfter(last)) {
            throw Refusal.conflict("ledger.year-december-hard");
        }
    }

    private static long total(List<Standing> standing, Account.Kind kind) {
        return standing.stream().filter(each -> each.kind() == kind).mapToLong(Standing::credit).reduce(0, Math::addExact);
    }

    /** Credits less debits of what is not nothing; what an earlier year left open is in it. */
    private List<Standing> standing(LocalDate last) {
        return AccountTurnover.bind(jdbc.sql("with " + AccountTurnover.MOVED + """
                 select a.code as account, a.kind, -(m.opening + m.debit - m.credit) as credit
                from moved m join ledger.account a on a.fund_id = :fund and a.code = m.account
                where a.kind in ('INCOME', 'EXPENSE') and m.opening + m.debit <> m.credit order by 1"""),
                Actors.current().fundId(), last.withDayOfYear(1), last).query(Standing.class).list();
    }
}
