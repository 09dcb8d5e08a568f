package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.function.Supplier;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.ImpossibleFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.web.Refusal;

/**
 * After the facts of a loan changed: brings posted interest, allocations, exposure, standing and state to what the
 * replay now says, by one net entry for the interest and one for the allocations of each day that differs.
 */
@Component
class Realignment {

    private final Positions positions;
    private final LoanFacts facts;
    private final LoanBooks books;
    private final Alignments alignments;
    private final NonAccrual nonAccrual;
    private final Standings standings;
    private final AfterMoney afterMoney;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    Realignment(Positions positions, LoanFacts facts, LoanBooks books, Alignments alignments, NonAccrual nonAccrual,
            Standings standings, AfterMoney afterMoney, BusinessDay businessDay, JdbcClient jdbc) {
        this.positions = positions;
        this.facts = facts;
        this.books = books;
        this.alignments = alignments;
        this.nonAccrual = nonAccrual;
        this.standings = standings;
        this.afterMoney = afterMoney;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /**
     * The loan is locked, and its new facts are written.
     *
     * @param valueDate when what changed them happened
     * @param lent      what left the fund by it; below zero what came back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    LoanPosition align(Loan loan, LoanBooks.Reason reason, LocalDate valueDate, MonetaryAmount lent) {
        LoanFacts.Recorded happened = facts.recorded(loan);
        RunningLoan running = positions.of(loan, happened.standing());
        LoanPosition after = possible(() -> running.at(businessDay.today()));
        boolean forgiven = reason == LoanBooks.Reason.WAIVED && after.waived().interest() > 0;
        possible(() -> alignments.of(loan, running, happened, books.rows(loan), valueDate, forgiven ? valueDate : null))
                .forEach(day -> books.align(loan, reason, day));
        nonAccrual.stopAgain(loan, valueDate);
        long repaid = standings.principal(loan) + Dong.longOf(lent) - after.principalOutstanding();
        afterMoney.changed(loan, repaid, after);
        if (after.daysPastDue() > 0) {
            sayAgain(loan);
        }
        return after;
    }

    /** A reversal may leave other facts without ground: more refunded than there was, say. */
    static <T> T possible(Supplier<T> replay) {
        try {
            return replay.get();
        } catch (ImpossibleFact impossible) {
            throw Refusal.conflict("servicing.refused.impossible", impossible.fact().on());
        }
    }

    /** What was said of its arrears was said of other facts. */
    private void sayAgain(Loan loan) {
        jdbc.sql("delete from servicing.signal where loan_id = ? and kind = 'OVERDUE'").param(loan.id()).update();
    }
}
