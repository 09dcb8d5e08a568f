package vn.coopfund.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.QuotePayoff;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.servicing.TakenReceipt;
import vn.coopfund.servicing.TakenReceipts;

/** Brings the money of a loan back, as the accountant takes it in. */
@Component
class Repayer {

    private static final DateTimeFormatter IN_REFERENCE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final MonetaryAmount MOST_IN_CASH = Dong.of(100_000_000);

    private final Cast cast;
    private final Walker walker;
    private final Loans loans;
    private final QuotePayoff quotePayoff;
    private final TakeRepayment takeRepayment;
    private final TakenReceipts receipts;

    Repayer(Cast cast, Walker walker, Loans loans, QuotePayoff quotePayoff, TakeRepayment takeRepayment,
            TakenReceipts receipts) {
        this.cast = cast;
        this.walker = walker;
        this.loans = loans;
        this.quotePayoff = quotePayoff;
        this.takeRepayment = takeRepayment;
        this.receipts = receipts;
    }

    /** Pays what is due on that day. */
    Long payDue(DemoCase demoCase, LocalDate on) {
        long due = loans.file(loan(demoCase)).toPayToday();
        return due == 0 ? null : take(demoCase, Dong.of(due), on, null);
    }

    /** Pays everything back before its time. */
    Long payOff(DemoCase demoCase, LocalDate on) {
        long all = quotePayoff.quote(Subject.loan(loan(demoCase)), on).total();
        return take(demoCase, Dong.of(all), on, EarlyRepayment.PAYOFF);
    }

    /** Takes money in that came on an earlier day. */
    Long report(DemoCase demoCase, LocalDate cameOn) {
        return take(demoCase, demoCase.reportedLate(), cameOn, null);
    }

    /** Brings any amount. */
    Long bring(DemoCase demoCase, MonetaryAmount amount, LocalDate on) {
        return take(demoCase, amount, on, null);
    }

    /** Pays what is due and part of the principal before its time: the loan ends earlier. */
    Long payEarly(DemoCase demoCase, MonetaryAmount amount, LocalDate on) {
        return take(demoCase, amount, on, EarlyRepayment.FEWER);
    }

    /** The latest receipt that stands. */
    long lastReceipt(DemoCase demoCase) {
        return receipts.of(loan(demoCase)).stream().filter(TakenReceipt::stands).findFirst().orElseThrow().id();
    }

    private Long take(DemoCase demoCase, MonetaryAmount amount, LocalDate on, EarlyRepayment early) {
        Channel channel = demoCase.content().amount().isGreaterThan(MOST_IN_CASH) ? Channel.BANK : Channel.CASH;
        String reference = (channel == Channel.BANK ? "FT" : "PT") + IN_REFERENCE.format(on) + demoCase.number();
        return cast.as("ketoan", () -> takeRepayment.take(Subject.loan(loan(demoCase)),
                new Receipt(amount, on, channel, reference, early))).id();
    }

    private long loan(DemoCase demoCase) {
        return walker.application(demoCase).loanId();
    }
}
