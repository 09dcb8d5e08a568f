package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * An order about to be made; see {@link MoneyOrder}.
 *
 * @param details anything that becomes a JSON object
 */
public record NewOrder(String kind, VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, Party party, String text,
        Object details, boolean byCashier) {

    /** Money by the bank, or none at all. */
    public static NewOrder of(OrderKind kind, VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, Party party,
            String text, Object details) {
        return new NewOrder(kind.code(), paper, amount, valueDate, party, text, details == null ? Map.of() : details, false);
    }

    /** The same, done by the cashier where it is cash. */
    NewOrder throughTheCashier() {
        return new NewOrder(kind, paper, amount, valueDate, party, text, details, paper != null && paper.isCash());
    }
}
