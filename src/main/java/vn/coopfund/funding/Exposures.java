package vn.coopfund.funding;

import java.util.Collection;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.money.Dong;

/**
 * What the fund has promised and lent to whom (Decree 45/2021 art. 23). Every change holds the fund's row until the
 * transaction ends, but for one that only widens the limits, so that two decisions cannot pass a limit together, nor two
 * payments the money at hand.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Exposures {

    private final JdbcClient jdbc;

    Exposures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the fund's row. Whoever checks a limit or the money at hand calls this before reading. */
    public void lock() {
        jdbc.sql("select fund_id from funding.fund_lock where fund_id = ? for update").param(fund()).query(Long.class).single();
    }

    /** An application is approved: the amount is promised. A second call for it replaces the amount not yet disbursed. */
    public void reserve(long borrowerId, long applicationId, MonetaryAmount amount) {
        lock();
        jdbc.sql("""
                insert into funding.exposure (id, fund_id, borrower_id, application_id, reserved)
                values (nextval('funding.exposure_seq'), ?, ?, ?, ?)
                on conflict (fund_id, application_id) do update set reserved = excluded.reserved""")
                .params(fund(), borrowerId, applicationId, Dong.longOf(amount)).update();
    }

    /** The contract is signed: the promise belongs to a loan from now on. */
    public void attachLoan(long applicationId, long loanId) {
        lock();
        changed(jdbc.sql("update funding.exposure set loan_id = ? where fund_id = ? and application_id = ?")
                .params(loanId, fund(), applicationId).update(), "application " + applicationId);
    }

    /** What is still promised and not disbursed is promised no more; nothing happens where nothing was. */
    public void release(long applicationId) {
        lock();
        jdbc.sql("update funding.exposure set reserved = 0 where fund_id = ? and application_id = ?")
                .params(fund(), applicationId).update();
    }

    /** A live loan was taken on: lent without having been promised here. */
    public void takeOn(long borrowerId, long loanId, MonetaryAmount outstanding) {
        lock();
        jdbc.sql("""
                insert into funding.exposure (id, fund_id, borrower_id, loan_id, outstanding)
                values (nextval('funding.exposure_seq'), ?, ?, ?, ?)""")
                .params(fund(), borrowerId, loanId, Dong.longOf(outstanding)).update();
    }

    /** Disbursed: from promised to lent. The database refuses more than was promised. */
    public void toOutstanding(long loanId, MonetaryAmount amount) {
        change(loanId, -Dong.longOf(amount), Dong.longOf(amount));
    }

    /** A disbursement came back: what was lent is promised again. */
    public void backToReserved(long loanId, MonetaryAmount amount) {
        change(loanId, Dong.longOf(amount), -Dong.longOf(amount));
    }

    /**
     * Principal paid back. It widens every limit and what is at hand: nobody who decides meanwhile can go too far, so
     * that payments need not queue for the fund's row.
     */
    public void reduce(long loanId, MonetaryAmount amount) {
        write(loanId, 0, -Dong.longOf(amount));
    }

    /** A payment of principal taken back. */
    public void restore(long loanId, MonetaryAmount amount) {
        change(loanId, 0, Dong.longOf(amount));
    }

    /** Promised and lent to these borrowers together: one customer, or a customer with related persons. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public MonetaryAmount of(Collection<Long> borrowerIds) {
        return borrowerIds.isEmpty() ? Dong.ZERO : Dong.of(jdbc.sql("""
                select coalesce(sum(reserved + outstanding), 0)::bigint from funding.exposure
                where fund_id = :fund and borrower_id in (:borrowers)""")
                .param("fund", fund()).param("borrowers", borrowerIds).query(Long.class).single());
    }

    /** The same without one application, for deciding on it again. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public MonetaryAmount ofOthers(Collection<Long> borrowerIds, long applicationId) {
        return borrowerIds.isEmpty() ? Dong.ZERO : Dong.of(jdbc.sql("""
                select coalesce(sum(reserved + outstanding), 0)::bigint from funding.exposure
                where fund_id = :fund and borrower_id in (:borrowers)
                  and application_id is distinct from :application""")
                .param("fund", fund()).param("borrowers", borrowerIds).param("application", applicationId)
                .query(Long.class).single());
    }

    /** Everything promised and not disbursed. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public MonetaryAmount reserved() {
        return Dong.of(jdbc.sql("select coalesce(sum(reserved), 0)::bigint from funding.exposure where fund_id = ?")
                .param(fund()).query(Long.class).single());
    }

    private void change(long loanId, long reserved, long outstanding) {
        lock();
        write(loanId, reserved, outstanding);
    }

    private void write(long loanId, long reserved, long outstanding) {
        changed(jdbc.sql("""
                update funding.exposure set reserved = reserved + ?, outstanding = outstanding + ?
                where fund_id = ? and loan_id = ?""").params(reserved, outstanding, fund(), loanId).update(), "loan " + loanId);
    }

    private static void changed(int rows, String what) {
        if (rows != 1) {
            throw new IllegalStateException("no exposure of " + what);
        }
    }

    private static long fund() {
        return Actors.current().fundId();
    }
}
