package vn.coopfund.reporting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.servicing.LoansAsOf;

/**
 * The books beside the loans' own ledger, loan by loan, at the end of any day: 1283 is the principal not written off;
 * 1388 with memorandum 941, and what was earned since it was last posted, is the in-term interest earned and unpaid. The
 * loans' side is replayed from what was booked by that day and asks the books nothing.
 */
@Component
public class SubLedgers {

    /**
     * One loan, đồng.
     *
     * @param unposted earned and not posted yet: it is at the month end, or with the next receipt
     */
    public record Line(@JsonFormat(shape = JsonFormat.Shape.STRING) long loanId, String number, String borrower,
            long principalBooked, long principalOwed, long receivable, long noted, long interestOwed, long unposted) {

        @JsonProperty("principalDifference")
        public long principalDifference() {
            return principalBooked - principalOwed;
        }

        @JsonProperty("interestDifference")
        public long interestDifference() {
            return receivable + noted + unposted - interestOwed;
        }

        public boolean agrees() {
            return principalDifference() == 0 && interestDifference() == 0;
        }
    }

    private final LoansAsOf loans;
    private final NamedBorrowers names;
    private final JdbcClient jdbc;

    SubLedgers(LoansAsOf loans, NamedBorrowers names, JdbcClient jdbc) {
        this.loans = loans;
        this.names = names;
        this.jdbc = jdbc;
    }

    /** What the books have of a loan by a day. */
    private record Booked(long loanId, long principal, long receivable, long noted, long accrued) {
        static final Booked NOTHING = new Booked(0, 0, 0, 0, 0);
    }

    /** Every loan that either side knows, by id. */
    @Transactional(readOnly = true)
    public List<Line> compare(LocalDate day) {
        Map<Long, Booked> booked = booked(day);
        Map<Long, NamedBorrowers.Named> borrowers = names.byId();
        Map<Long, Line> lines = new TreeMap<>();
        loans.each(day, loan -> {
            long id = loan.loan().id();
            Booked books = booked.getOrDefault(id, Booked.NOTHING);
            booked.remove(id);
            LoanPosition at = loan.position();
            boolean off = loan.chargedOff();
            lines.put(id, new Line(id, loan.loan().number(), borrowers.get(loan.loan().borrowerId()).name(), books.principal(),
                    off ? 0 : at.principalOutstanding(), books.receivable(), books.noted(),
                    off ? 0 : at.interestDue() + at.interestAccrued(), off ? 0 : at.interestEarned() - books.accrued()));
        });
        booked.forEach((id, books) -> lines.put(id, new Line(id, Long.toString(id), null, books.principal(), 0,
                books.receivable(), books.noted(), 0, 0)));
        return new ArrayList<>(lines.values());
    }

    private Map<Long, Booked> booked(LocalDate day) {
        Map<Long, Booked> booked = new HashMap<>();
        jdbc.sql("""
                with part as (
                    select loan_id, case when account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal'))::text[]) then debit - credit else 0 end as principal,
                           case when account = any ((select ledger.accounts(:fund, 'loan.accrual', 'receivable'))::text[]) then debit - credit else 0 end as receivable, 0 as noted, 0 as accrued
                    from ledger.posting where fund_id = :fund and account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal') || ledger.accounts(:fund, 'loan.accrual', 'receivable'))::text[]) and booked_on <= :day
                      and loan_id is not null
                    union all
                    select loan_id, 0, 0, increase - decrease, 0 from ledger.memorandum_entry
                    where fund_id = :fund and account = any ((select ledger.accounts(:fund, 'memorandum.uncollected', 'interest'))::text[]) and booked_on <= :day and loan_id is not null
                    union all
                    select a.loan_id, 0, 0, 0, a.amount from servicing.accrual a join servicing.loan l on l.id = a.loan_id
                    where l.fund_id = :fund and a.booked_on <= :day)
                select loan_id, sum(principal)::bigint as principal, sum(receivable)::bigint as receivable,
                       sum(noted)::bigint as noted, sum(accrued)::bigint as accrued
                from part group by loan_id""").param("fund", Actors.current().fundId()).param("day", day)
                .query(Booked.class).list().forEach(one -> booked.put(one.loanId(), one));
        return booked;
    }
}
