package vn.coopfund.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.Books;
import vn.coopfund.ledger.TrialBalance;
import vn.coopfund.ledger.Verification;
import vn.coopfund.ledger.VerifyBooks;
import vn.coopfund.reporting.SubLedgers;

/**
 * What holds in a fund whatever happened. The rules are questions to the database, written here and nowhere in the
 * program: each answers what is wrong, and nothing where it holds. They are asked after every step; what walks through
 * all of the books, after every few.
 */
final class Invariants {

    private record Rule(String name, String wrong) {
    }

    private static final List<Rule> RULES = List.of(
            new Rule("the trial balance is zero-sum", """
                    select 'debits less credits are ' || sum(debit - credit) from ledger.posting where fund_id = :fund
                    having sum(debit - credit) <> 0"""),
            new Rule("every entry balances", """
                    select e.source_fact from ledger.entry e left join ledger.posting p on p.entry_id = e.id where e.fund_id = :fund
                    group by e.id, e.source_fact, e.amount, e.line_count
                    having count(p.*) <> e.line_count or sum(p.debit) <> e.amount or sum(p.credit) <> e.amount"""),
            new Rule("what happened is in the books once, and what did not is not", """
                    select coalesce(happened.fact, booked.fact) || ' is booked ' || coalesce(times, 0) || ' times' from (
                        select 'repayment:' || id as fact from servicing.repayment where fund_id = :fund
                        union all select 'reversal:repayment:' || id from servicing.repayment
                            where fund_id = :fund and reversed_on is not null
                        union all select 'disbursement:' || d.id from servicing.disbursement d
                            join servicing.loan l on l.id = d.loan_id where l.fund_id = :fund and d.paid_on is not null
                        union all select 'reversal:disbursement:' || d.id from servicing.disbursement d
                            join servicing.loan l on l.id = d.loan_id where l.fund_id = :fund and d.returned_on is not null
                        union all select 'refund:' || id from servicing.refund where fund_id = :fund
                        union all select 'order:' || id from vouchers.money_order where fund_id = :fund and state = 'DONE'
                        union all select 'contribution:' || id from funding.contribution
                            where fund_id = :fund and state = 'CONFIRMED'
                        union all select 'manual:' || id from ledger.proposal
                            where fund_id = :fund and kind = 'MANUAL_ENTRY' and state = 'CONFIRMED'
                        union all select 'bank-template:' || id from treasury.match where fund_id = :fund and kind = 'TEMPLATE'
                        union all select 'bank-unknown:' || id from treasury.match where fund_id = :fund and kind = 'UNKNOWN'
                    ) as happened full join (
                        select source_fact as fact, count(*) as times from ledger.entry where fund_id = :fund
                        and source_fact ~ '^(reversal:)?(repayment|disbursement|refund|order|contribution|manual|bank-template|bank-unknown):'
                        and source_fact !~ '^reversal:bank-template' group by 1
                    ) as booked on booked.fact = happened.fact where happened.fact is null or times is distinct from 1"""),
            new Rule("what a fact moves in the books and beside them is of one day", """
                    select e.source_fact || ': ' || e.booked_on || ' and ' || m.booked_on from ledger.entry e
                    join ledger.memorandum_entry m on m.fund_id = e.fund_id and m.source_fact = e.source_fact
                    where e.fund_id = :fund and (m.booked_on, m.value_date) <> (e.booked_on, e.value_date)"""),
            new Rule("the money of receipts is the receipts that stand", """
                    select channel || ': receipts ' || coalesce(taken, 0) || ', books ' || coalesce(money, 0) from (
                        select channel, sum(amount) as taken from servicing.repayment
                        where fund_id = :fund and reversed_on is null group by 1) as receipt
                    full join (
                        select case p.account when '112' then 'BANK' else 'CASH' end as channel, sum(p.debit - p.credit) as money
                        from ledger.posting p join ledger.entry e on e.id = p.entry_id
                        where p.fund_id = :fund and p.account in ('111', '112') and e.source_fact ~ '^(reversal:)?repayment:'
                        group by 1) as books using (channel) where coalesce(taken, 0) <> coalesce(money, 0)"""),
            new Rule("a reference of the bank stands once", """
                    select reference from servicing.repayment where fund_id = :fund and channel = 'BANK' and reversed_on is null
                    and reference is not null group by 1 having count(*) > 1"""),
            new Rule("a line of the bank is there once", """
                    select reference || ' of ' || paid_on || ' over ' || amount from treasury.statement_line where fund_id = :fund
                    group by reference, paid_on, amount having count(*) > 1"""),
            new Rule("of a line of the bank no more is in the books, and no more has an owner, than it says", """
                    select reference || ' over ' || amount || ': ' || booked || ' in the books, ' || owned || ' owned' from (
                        select l.reference, l.amount, coalesce(sum(m.amount) filter (where m.state = 'STANDS'), 0) as booked,
                               coalesce(sum(m.amount) filter (where m.kind not in ('UNKNOWN', 'RELEASE')), 0) as owned
                        from treasury.statement_line l join treasury.match m on m.line_id = l.id and m.state <> 'UNDONE'
                        where l.fund_id = :fund group by l.id, l.reference, l.amount) as line
                    where greatest(booked / sign(amount), owned / sign(amount)) > abs(amount)
                       or least(booked / sign(amount), owned / sign(amount)) < 0"""),
            new Rule("money without an owner is what lines of the bank have none of", """
                    select 'books ' || books || ', lines ' || lines from (
                        select coalesce((select sum(credit - debit) from ledger.posting where fund_id = :fund and account = '33882'), 0) as books,
                               coalesce((select sum(s.unknown) from treasury.line_standing s
                                         join treasury.statement_line l on l.id = s.line_id where l.fund_id = :fund), 0) as lines
                    ) as both_sides where books <> lines"""),
            new Rule("numbers of vouchers have no gap", """
                    select kind || ' of ' || year || ': ' || count(*) || ' up to ' || max(number) from vouchers.voucher
                    where fund_id = :fund group by kind, year having min(number) <> 1 or max(number) <> count(*)"""),
            new Rule("numbers of loans have no gap", """
                    select count(*) || ' loans, ' || coalesce(sum(last), 0) from servicing.loan l full join (
                        select last from documents.number_series where fund_id = :fund and kind = 'KV-QHTX') as given on false
                    where l.fund_id = :fund or l.id is null having count(l.id) <> coalesce(sum(last), 0)"""),
            new Rule("the chain has no gap, and who is not in it waits for it", """
                    select entries || ' entries, ' || sealed || ' sealed up to ' || position || ', ' || waiting || ' wait' from (
                        select (select count(*) from ledger.entry where fund_id = :fund)
                               + (select count(*) from ledger.memorandum_entry where fund_id = :fund) as entries,
                               (select count(*) from ledger.seal where fund_id = :fund) as sealed,
                               (select coalesce(max(position), 0) from ledger.seal where fund_id = :fund) as position,
                               (select count(*) from ledger.unsealed where fund_id = :fund) as waiting) as chain
                    where sealed <> position or entries <> sealed + waiting"""),
            new Rule("no loan owes less than nothing at the end of any day", """
                    select loan_id || ' has ' || balance || ' on ' || account || ' on ' || booked_on from (
                        select loan_id, account, booked_on, sum(sum(debit - credit) * case account when '33881' then -1 else 1 end)
                            over (partition by loan_id, account order by booked_on) as balance
                        from ledger.posting where fund_id = :fund and account in ('1283', '1388', '33881') and loan_id is not null
                        group by loan_id, account, booked_on
                        union all
                        select loan_id, account, booked_on, sum(sum(increase - decrease))
                            over (partition by loan_id, account order by booked_on)
                        from ledger.memorandum_entry where fund_id = :fund group by loan_id, account, booked_on) as daily
                    where balance < 0"""),
            new Rule("the limits count the principal that is out", """
                    select l.number || ': exposure ' || x.outstanding || ', books ' || coalesce(out, 0)
                    from servicing.loan l join funding.exposure x on x.loan_id = l.id left join (
                        select loan_id, sum(debit - credit) as out from ledger.posting
                        where fund_id = :fund and account = '1283' group by 1) as books on books.loan_id = l.id
                    where l.fund_id = :fund and x.outstanding <> coalesce(out, 0)"""));

    private static final String ALL = RULES.stream().map(rule -> "select '" + rule.name() + "' as rule, found.wrong from ("
            + rule.wrong() + ") as found(wrong)").collect(Collectors.joining("\nunion all "));

    /** Of a month closed softly only what the chief accountant adjusts moves. */
    private static final String CLOSED = """
            select to_char(p.month, 'YYYY-MM') || ' ' || p.state as month, md5(coalesce(string_agg(concat_ws('/', e.id, e.booked_on,
                   e.value_date, e.source_fact, e.amount, p2.line_number, p2.account, p2.debit, p2.credit, p2.loan_id),
                   ',' order by e.id, p2.line_number), '')) as books
            from ledger.period p left join ledger.entry e on e.fund_id = p.fund_id and e.booked_on >= p.month
                 and e.booked_on < p.month + interval '1 month'
                 and (p.state = 'CLOSED' or e.source_fact !~ '^(manual|year-|provision)')
            left join ledger.posting p2 on p2.entry_id = e.id
            where p.fund_id = :fund and p.state <> 'OPEN' group by p.month, p.state""";

    private final Fund fund;
    private Map<String, String> closed = new HashMap<>();
    Invariants(Fund fund) {
        this.fund = fund;
    }

    /** What is wrong now, by the rules and in months that were closed before; empty where all holds. */
    Optional<String> broken() {
        return fund.jdbc.sql(ALL).param("fund", fund.id).query((row, number) -> row.getString(1) + ": " + row.getString(2))
                .list().stream().findFirst().or(this::movedAfterItsClose);
    }

    private Optional<String> movedAfterItsClose() {
        Map<String, String> before = closed;
        closed = new HashMap<>();
        fund.jdbc.sql(CLOSED).param("fund", fund.id).query(row -> {
            closed.put(row.getString(1), row.getString(2));
        });
        return before.entrySet().stream()
                .filter(month -> closed.containsKey(month.getKey()) && !Objects.equals(closed.get(month.getKey()), month.getValue()))
                .map(month -> "a closed month stays: " + month.getKey()).findFirst();
    }

    /**
     * The same of what the program itself says of its books: the chain, the sub-ledgers today and on a day before, the trial
     * balance.
     */
    Optional<String> brokenInDepth(LocalDate earlier) {
        return fund.as(Role.CONTROLLER, () -> chain().or(() -> subLedgers(fund.today())).or(() -> subLedgers(earlier))
                .or(this::trialBalance));
    }

    private Optional<String> chain() {
        Verification found = fund.the(VerifyBooks.class).verify();
        return found.agrees() ? Optional.empty() : Optional.of("the chain is whole: " + found.disagreement());
    }

    private Optional<String> subLedgers(LocalDate day) {
        return fund.the(SubLedgers.class).compare(day).stream().filter(loan -> !loan.agrees()).findFirst()
                .map(loan -> "the sub-ledgers agree on " + day + ": " + loan);
    }

    private Optional<String> trialBalance() {
        TrialBalance.Totals sums = fund.the(Books.class).trialBalance(fund.today(), Locale.ENGLISH).totals();
        return sums.openingDebit() == sums.openingCredit() && sums.debit() == sums.credit() && sums.closingDebit() == sums.closingCredit()
                ? Optional.empty() : Optional.of("the trial balance is in balance: " + sums);
    }
}
