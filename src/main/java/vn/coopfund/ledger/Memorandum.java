package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Texts;

/** What is kept in view outside the balance sheet (ngoại bảng): debts written off, uncollected interest, papers held. */
@Component
public class Memorandum {

    private final JdbcClient jdbc;
    private final Periods periods;
    private final Texts texts;

    Memorandum(JdbcClient jdbc, Periods periods, Texts texts) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.texts = texts;
    }

    /** Records a movement in the caller's transaction; a fact recorded already changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(NewMemorandum movement) {
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into ledger.memorandum_entry (id, fund_id, booked_on, value_date, account, increase, decrease,
                                                     loan_id, borrower_id, text, source_fact, made_by)
                values (nextval('ledger.memorandum_entry_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(actor.fundId(), periods.bookingDay(movement.valueDate()), movement.valueDate(), movement.account(),
                        Math.max(movement.change(), 0), Math.max(-movement.change(), 0), movement.loan(),
                        movement.borrower(),
                        texts.in(Locale.forLanguageTag("vi"), movement.textKey(), movement.textArguments()),
                        movement.sourceFact(), actor.isSystem() ? null : actor.id())
                .update();
    }

    /** The same for many with one statement; all of one value date. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(LocalDate valueDate, List<NewMemorandum> movements) {
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into ledger.memorandum_entry (id, fund_id, booked_on, value_date, account, increase, decrease,
                                                     loan_id, borrower_id, text, source_fact, made_by)
                select nextval('ledger.memorandum_entry_seq'), :fund, :booked, :value, account, greatest(change, 0),
                       greatest(-change, 0), loan, borrower, text, fact, :maker
                from unnest(:accounts, :changes, :loans, :borrowers, :texts, :facts)
                    as movement(account, change, loan, borrower, text, fact)
                on conflict do nothing""")
                .param("fund", actor.fundId()).param("booked", periods.bookingDay(valueDate)).param("value", valueDate)
                .param("accounts", movements.stream().map(NewMemorandum::account).toArray(String[]::new))
                .param("changes", movements.stream().map(NewMemorandum::change).toArray(Long[]::new))
                .param("loans", movements.stream().map(NewMemorandum::loan).toArray(Long[]::new))
                .param("borrowers", movements.stream().map(NewMemorandum::borrower).toArray(Long[]::new))
                .param("texts", movements.stream().map(each -> texts.in(Locale.forLanguageTag("vi"), each.textKey(),
                        each.textArguments())).toArray(String[]::new))
                .param("facts", movements.stream().map(NewMemorandum::sourceFact).toArray(String[]::new))
                .param("maker", actor.isSystem() ? null : actor.id(), java.sql.Types.BIGINT).update();
    }

    /** What stands on a memorandum account at the end of a day of the books; of one loan, or of all (null). */
    public long balance(String account, Long loan, LocalDate on) {
        return jdbc.sql("""
                select coalesce(sum(increase - decrease), 0)::bigint from ledger.memorandum_entry
                where fund_id = :fund and account = :account and booked_on <= :day
                  and (:loan::bigint is null or loan_id = :loan)""")
                .param("fund", Actors.current().fundId()).param("account", account).param("day", on)
                .param("loan", loan).query(Long.class).single();
    }

    /** The least that stands of a loan on a memorandum account at the end of a day of the books and of every later one. */
    public long lowestSince(LocalDate day, String account, long loan) {
        return jdbc.sql("""
                with daily as (
                    select booked_on, sum(sum(increase - decrease)) over (order by booked_on) as balance
                    from ledger.memorandum_entry where fund_id = :fund and account = :account and loan_id = :loan
                    group by booked_on)
                select coalesce(least(coalesce((select balance from daily where booked_on <= :day order by booked_on desc limit 1), 0),
                                      (select min(balance) from daily where booked_on > :day)), 0)::bigint""")
                .param("fund", Actors.current().fundId()).param("account", account).param("loan", loan).param("day", day)
                .query(Long.class).single();
    }
}
