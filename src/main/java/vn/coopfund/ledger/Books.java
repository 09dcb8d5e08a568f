package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;

/** What is read from the books. The long ones go row by row through a cursor: they hold any number of lines in no memory. */
@Component
@Transactional(readOnly = true)
public class Books {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final People people;

    Books(DataSource dataSource, Journal journal, People people) {
        this.journal = journal;
        this.people = people;
        JdbcTemplate cursor = new JdbcTemplate(dataSource);
        cursor.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(cursor);
    }

    /** Debits and credits of many lines, in đồng. */
    public record Turnover(long debit, long credit) {
    }

    /** Hands over the journal (sổ nhật ký chung) line by line, in the order of the books. */
    public void journal(JournalFilter filter, Consumer<JournalLine> reader) {
        try (Stream<JournalLine> lines = bind(JOURNAL + ORDER, filter).query(JournalLine.class).stream()) {
            lines.forEach(reader);
        }
    }

    public PageOf<JournalLine> journal(JournalFilter filter, PageOf.Wish wish) {
        long total = bind("select count(*) " + FROM, filter).query(Long.class).single();
        List<JournalLine> lines = bind(JOURNAL + ORDER + " limit :size offset :offset", filter)
                .param("size", wish.size()).param("offset", wish.offset()).query(JournalLine.class).list();
        return new PageOf<>(lines, wish.page(), wish.size(), total);
    }

    public Turnover turnover(JournalFilter filter) {
        return bind("select coalesce(sum(p.debit), 0)::bigint as debit, coalesce(sum(p.credit), 0)::bigint as credit " + FROM,
                filter).query(Turnover.class).single();
    }

    /** One entry whole; where there is none, {@link Refusal#notFound()}. */
    public Entry entry(long id) {
        return jdbc.sql(ENTRY).param("id", id).param("fund", Actors.current().fundId()).query((row, number) -> new Entry(id,
                row.getObject("value_date", LocalDate.class), row.getObject("booked_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(), row.getString("text"), row.getString("source_fact"),
                row.getLong("amount"), name(row.getObject("made_by", Long.class)), name(row.getObject("checked_by", Long.class)),
                row.getObject("reverses", Long.class), row.getObject("reversed_by", Long.class), journal.linesOf(id)))
                .optional().orElseThrow(Refusal::notFound);
    }

    private String name(Long person) {
        return person == null ? null : people.nameOf(person);
    }

    /** Hands over the book of one account (sổ cái) line by line, with the balance after each. */
    public void account(Account account, JournalFilter filter, long opening, Consumer<AccountLine> reader) {
        Function<AccountLine, AccountLine> running = running(account, opening);
        try (Stream<AccountLine> lines = bind(ACCOUNT + ORDER, filter).query(AccountLine.class).stream()) {
            lines.map(running).forEach(reader);
        }
    }

    /** One page of the same. The balance runs through from the first page. */
    public PageOf<AccountLine> account(Account account, JournalFilter filter, long opening, PageOf.Wish wish) {
        long total = bind("select count(*) " + FROM, filter).query(Long.class).single();
        Turnover before = bind("select coalesce(sum(debit), 0)::bigint as debit, coalesce(sum(credit), 0)::bigint as credit "
                + "from (select p.debit, p.credit " + FROM + ORDER + " limit :offset) as earlier", filter)
                .param("offset", wish.offset()).query(Turnover.class).single();
        long start = opening + account.signed(before.debit(), before.credit());
        List<AccountLine> lines = bind(ACCOUNT + ORDER + " limit :size offset :offset", filter)
                .param("size", wish.size()).param("offset", wish.offset()).query(AccountLine.class).list().stream()
                .map(running(account, start)).toList();
        return new PageOf<>(lines, wish.page(), wish.size(), total);
    }

    /** Names are in the reader's language. */
    public TrialBalance trialBalance(LocalDate on, Locale locale) {
        List<TrialBalance.Row> rows = AccountTurnover.bind(jdbc.sql(TRIAL_BALANCE), Actors.current().fundId(),
                        on.withDayOfYear(1), on)
                .param("english", "en".equals(locale.getLanguage())).query(TrialBalance.Row.class).list();
        return TrialBalance.of(on, rows);
    }

    public void memorandum(JournalFilter filter, Consumer<MemorandumLine> reader) {
        try (Stream<MemorandumLine> lines = bind(MEMORANDUM + MEMORANDUM_ORDER, filter).query(MemorandumLine.class).stream()) {
            lines.forEach(reader);
        }
    }

    public PageOf<MemorandumLine> memorandum(JournalFilter filter, PageOf.Wish wish) {
        long total = bind("select count(*) " + MEMORANDUM_FROM, filter).query(Long.class).single();
        return new PageOf<>(bind(MEMORANDUM + MEMORANDUM_ORDER + " limit :size offset :offset", filter)
                .param("size", wish.size()).param("offset", wish.offset()).query(MemorandumLine.class).list(),
                wish.page(), wish.size(), total);
    }

    private JdbcClient.StatementSpec bind(String sql, JournalFilter filter) {
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("from", filter.from()).param("to", filter.to())
                .param("account", filter.account()).param("loan", filter.loan());
    }

    private static Function<AccountLine, AccountLine> running(Account account, long opening) {
        long[] balance = {opening};
        return line -> {
            balance[0] += account.signed(line.debit(), line.credit());
            return new AccountLine(line.entry(), line.bookedOn(), line.valueDate(), line.text(), line.against(),
                    line.debit(), line.credit(), balance[0], line.loan());
        };
    }

    private static final String FROM = """
            from ledger.entry e join ledger.posting p on p.entry_id = e.id and p.booked_on = e.booked_on
            where e.fund_id = :fund and (:from::date is null or e.booked_on >= :from)
              and (:to::date is null or e.booked_on <= :to)
              and (:account::text is null or p.account like :account || '%')
              and (:loan::bigint is null or p.loan_id = :loan)""";
    private static final String ENTRY = """
            select e.*, f.reverses, back.entry_id as reversed_by
            from ledger.entry e join ledger.posted_fact f on f.entry_id = e.id
            left join ledger.posted_fact back on back.reverses = e.id
            where e.id = :id and e.fund_id = :fund""";
    private static final String ORDER = " order by e.booked_on, e.id, p.line_number";
    private static final String JOURNAL = """
            select e.id::text as entry, e.value_date, e.booked_on, e.recorded_at, p.account, p.debit, p.credit,
                   p.loan_id::text as loan, e.text, e.source_fact as source
            """ + FROM;
    private static final String ACCOUNT = """
            select e.id::text as entry, e.booked_on, e.value_date, e.text, p.debit, p.credit, 0 as balance,
                   p.loan_id::text as loan,
                   (select string_agg(distinct o.account, ', ') from ledger.posting o
                     where o.entry_id = p.entry_id and o.booked_on = p.booked_on
                       and (o.debit > 0) <> (p.debit > 0)) as against
            """ + FROM;
    private static final String TRIAL_BALANCE = """
            with %s
            select a.code as account, case when :english then a.name_en else a.name_vi end as name,
                   greatest(m.opening, 0) as opening_debit, greatest(-m.opening, 0) as opening_credit, m.debit, m.credit,
                   greatest(m.opening + m.debit - m.credit, 0) as closing_debit,
                   greatest(-(m.opening + m.debit - m.credit), 0) as closing_credit
            from ledger.account a
            cross join lateral (select coalesce(max(opening), 0) as opening, coalesce(max(debit), 0) as debit,
                                       coalesce(max(credit), 0) as credit from moved where account = a.code) as m
            where a.fund_id = :fund and a.leaf order by 1""".formatted(AccountTurnover.MOVED);
    private static final String MEMORANDUM_FROM = """
            from ledger.memorandum_entry where fund_id = :fund and (:from::date is null or booked_on >= :from)
              and (:to::date is null or booked_on <= :to) and (:account::text is null or account like :account || '%')
              and (:loan::bigint is null or loan_id = :loan)""";
    private static final String MEMORANDUM = """
            select id::text as entry, value_date, booked_on, account, increase, decrease, loan_id::text as loan, text,
                   source_fact as source
            """ + MEMORANDUM_FROM;
    private static final String MEMORANDUM_ORDER = " order by booked_on, id";
}
