package vn.coopfund.reporting;

import static vn.coopfund.reporting.Column.Kind.DAY;
import static vn.coopfund.reporting.Column.Kind.ENTRY;
import static vn.coopfund.reporting.Column.Kind.LOAN;
import static vn.coopfund.reporting.Report.BOOKKEEPERS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.reporting.Report.Desk;

/**
 * The books of accounts (forms of Circular 99/2025/TT-BTC), by the day in the books: a past day keeps its figures
 * whatever is learned later.
 */
@Component
class BookReports implements ReportShelf {

    private static final Set<Role> CASH = EnumSet.copyOf(BOOKKEEPERS);

    static {
        CASH.add(Role.CASHIER);
    }

    @Override
    public List<Report> reports() {
        return List.of(
                Report.of("journal", Desk.BOOKS, BOOKKEEPERS, Parameter.PERIOD, Parameter.ACCOUNT, Parameter.LOAN)
                        .book("S03a-DN").add(DAY, "bookedOn").add(ENTRY, "entry").add(DAY, "valueDate").text("voucher", "text", "account")
                        .add(LOAN, "number").dong("debit", "credit").inOrder().sql(JOURNAL),
                Report.of("account-ledger", Desk.BOOKS, BOOKKEEPERS, Parameter.PERIOD, Parameter.ACCOUNT)
                        .book("S03b-DN").add(DAY, "bookedOn").add(ENTRY, "entry").text("text", "against").add(LOAN, "number")
                        .dong("debit", "credit").balance("balance").sql(ACCOUNT),
                money("cash-book", "S07-DN", CASH, CASH_LINES, Parameter.PERIOD),
                money("bank-book", "S08-DN", BOOKKEEPERS, BANK_LINES, Parameter.PERIOD, Parameter.ACCOUNT),
                Report.of("loan-ledger", Desk.BOOKS, BOOKKEEPERS, Parameter.PERIOD, Parameter.BORROWER, Parameter.LOAN)
                        .book("S34-DN").text("borrower").add(LOAN, "number").add(DAY, "bookedOn").add(ENTRY, "entry").text("text")
                        .dong("lent", "collected").balance("principal").dong("interestAccrued", "interestCollected")
                        .balance("interestReceivable").sql(LOANS),
                Report.of("trial-balance", Desk.BOOKS, BOOKKEEPERS, Parameter.PERIOD)
                        .book("S06-DN").text("account", "name").dong("openingDebit", "openingCredit", "debit", "credit",
                                "closingDebit", "closingCredit").inOrder().sql(TRIAL_BALANCE));
    }

    private static Report money(String code, String form, Set<Role> readers, String lines, Parameter... parameters) {
        return Report.of(code, Desk.BOOKS, readers, parameters).book(form)
                .add(DAY, "bookedOn").text("voucher").add(ENTRY, "entry").text("party", "text", "against")
                .dong("moneyIn", "moneyOut").balance("balance").sql(MONEY.replace("{lines}", lines));
    }

    /** The number of a voucher {@code v} as its paper bears it. */
    private static final String VOUCHER = """
            lpad(v.number::text, 4, '0') || '/' || v.year || '/' || case v.kind
                when 'RECEIPT' then 'PT' when 'PAYMENT' then 'PC' when 'CREDIT_ADVICE' then 'BC'
                when 'DEBIT_ADVICE' then 'BN' else 'UNC' end""";

    private static final String JOURNAL = """
            select e.booked_on, e.id::text, e.value_date, v.numbers, e.text, p.account, l.number, nullif(p.debit, 0),
                   nullif(p.credit, 0)
            from ledger.entry e join ledger.posting p on p.entry_id = e.id and p.booked_on = e.booked_on
            left join servicing.loan l on l.id = p.loan_id
            left join (select entry_id, string_agg(""" + VOUCHER + """
                , ', ') as numbers from vouchers.voucher v where fund_id = :fund group by entry_id) as v on v.entry_id = e.id
            where e.fund_id = :fund and e.booked_on between :from and :to
              and (:account::text is null or p.account like :account || '%') and (:loan::bigint is null or p.loan_id = :loan)
            order by e.booked_on, e.id, p.line_number""";

    /** The opening balance is a line of its own; a balance is positive on the account's normal side. */
    private static final String ACCOUNT = """
            with side as (select case normal_side when 'DEBIT' then 1 else -1 end as sign
                          from ledger.account where fund_id = :fund and code = :account),
            line as (
                select :from::date as booked_on, 0::bigint as entry_id, 0 as line_number, :opening::text as text,
                       null as against, null as number, null::bigint as debit, null::bigint as credit,
                       coalesce(sum(p.debit - p.credit), 0) as change
                from ledger.posting p where p.fund_id = :fund and p.account like :account || '%' and p.booked_on < :from
                union all
                select e.booked_on, e.id, p.line_number, e.text,
                       (select string_agg(distinct o.account, ', ') from ledger.posting o where o.entry_id = p.entry_id
                         and o.booked_on = p.booked_on and (o.debit > 0) <> (p.debit > 0)),
                       l.number, nullif(p.debit, 0), nullif(p.credit, 0), p.debit - p.credit
                from ledger.entry e join ledger.posting p on p.entry_id = e.id and p.booked_on = e.booked_on
                left join servicing.loan l on l.id = p.loan_id
                where e.fund_id = :fund and e.booked_on between :from and :to and p.account like :account || '%')
            select booked_on, nullif(entry_id, 0)::text, text, against, number, debit, credit,
                   (sign * sum(change) over (order by booked_on, entry_id, line_number rows unbounded preceding))::bigint,
                   (sign * change)::bigint
            from line, side order by booked_on, entry_id, line_number""";

    private static final String CASH_LINES = "p.account = any ((select ledger.accounts(:fund, 'cash.banked', 'cash'))::text[])";

    /** Every account of the fund at a bank, or the one asked for. */
    private static final String BANK_LINES = """
            p.account like any (array(select head || '%' from unnest(ledger.accounts(:fund, 'cash.banked', 'bank')) as head))
            and (:account::text is null or p.account = :account)""";

    private static final String MONEY = """
            with line as (
                select :from::date as booked_on, 0::bigint as entry_id, 0 as line_number, null as voucher, null as party,
                       :opening::text as text, null as against, null::bigint as money_in, null::bigint as money_out,
                       coalesce(sum(p.debit - p.credit), 0) as change
                from ledger.posting p where p.fund_id = :fund and {lines} and p.booked_on < :from
                union all
                select e.booked_on, e.id, p.line_number,
                       (select string_agg(""" + VOUCHER + """
                           , ', ') from vouchers.voucher v where v.entry_id = e.id),
                       (select min(v.party) from vouchers.voucher v where v.entry_id = e.id), e.text,
                       (select string_agg(distinct o.account, ', ') from ledger.posting o where o.entry_id = p.entry_id
                         and o.booked_on = p.booked_on and (o.debit > 0) <> (p.debit > 0)),
                       nullif(p.debit, 0), nullif(p.credit, 0), p.debit - p.credit
                from ledger.entry e join ledger.posting p on p.entry_id = e.id and p.booked_on = e.booked_on
                where e.fund_id = :fund and e.booked_on between :from and :to and {lines})
            select booked_on, voucher, nullif(entry_id, 0)::text, party, text, against, money_in, money_out,
                   (sum(change) over (order by booked_on, entry_id, line_number rows unbounded preceding))::bigint, change::bigint
            from line order by booked_on, entry_id, line_number""";

    private static final String LOANS = """
            with moved as (
                select p.loan_id, p.booked_on, p.entry_id,
                       sum(p.debit) filter (where p.account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal'))::text[]))::bigint as lent,
                       sum(p.credit) filter (where p.account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal'))::text[]))::bigint as collected,
                       sum(p.debit) filter (where p.account = any ((select ledger.accounts(:fund, 'loan.accrual', 'receivable'))::text[]))::bigint as accrued,
                       sum(p.credit) filter (where p.account = any ((select ledger.accounts(:fund, 'loan.accrual', 'receivable'))::text[]))::bigint as interest_collected
                from ledger.posting p join servicing.loan l on l.id = p.loan_id
                join cooperatives.borrower b on b.id = l.borrower_id
                where p.fund_id = :fund and p.account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal') || ledger.accounts(:fund, 'loan.accrual', 'receivable'))::text[]) and p.booked_on <= :to
                  and (:loan::bigint is null or p.loan_id = :loan)
                  and (:borrower::text is null or b.search_text like '%' || :borrower || '%')
                group by 1, 2, 3),
            line as (
                select loan_id, :from::date as booked_on, 0::bigint as entry_id, null::bigint as lent, null::bigint as collected,
                       null::bigint as accrued, null::bigint as interest_collected,
                       sum(coalesce(lent, 0) - coalesce(collected, 0)) as principal,
                       sum(coalesce(accrued, 0) - coalesce(interest_collected, 0)) as interest
                from moved where booked_on < :from group by loan_id
                having sum(coalesce(lent, 0) - coalesce(collected, 0)) <> 0
                    or sum(coalesce(accrued, 0) - coalesce(interest_collected, 0)) <> 0
                union all
                select loan_id, booked_on, entry_id, lent, collected, accrued, interest_collected,
                       coalesce(lent, 0) - coalesce(collected, 0), coalesce(accrued, 0) - coalesce(interest_collected, 0)
                from moved where booked_on >= :from)
            select b.name, l.number, line.booked_on, nullif(line.entry_id, 0)::text, coalesce(e.text, :opening::text),
                   line.lent, line.collected,
                   (sum(line.principal) over loan)::bigint, line.accrued, line.interest_collected,
                   (sum(line.interest) over loan)::bigint, line.principal::bigint, line.interest::bigint
            from line join servicing.loan l on l.id = line.loan_id join cooperatives.borrower b on b.id = l.borrower_id
            left join ledger.entry e on e.id = line.entry_id and e.booked_on = line.booked_on
            window loan as (partition by line.loan_id order by line.booked_on, line.entry_id rows unbounded preceding)
            order by b.name, b.id, l.number, line.booked_on, line.entry_id""";

    private static final String TRIAL_BALANCE = """
            with moved as (
                select a.code, case when :english then a.name_en else a.name_vi end as name,
                       coalesce(sum(p.debit - p.credit) filter (where p.booked_on < :from), 0)::bigint as opening,
                       coalesce(sum(p.debit) filter (where p.booked_on >= :from), 0)::bigint as debit,
                       coalesce(sum(p.credit) filter (where p.booked_on >= :from), 0)::bigint as credit
                from ledger.account a join ledger.posting p
                  on p.fund_id = a.fund_id and p.account = a.code and p.booked_on <= :to
                where a.fund_id = :fund and a.leaf group by 1, 2)
            select code, name, greatest(opening, 0), greatest(-opening, 0), debit, credit,
                   greatest(opening + debit - credit, 0), greatest(-(opening + debit - credit), 0)
            from moved where opening <> 0 or debit <> 0 or credit <> 0 order by code""";
}
