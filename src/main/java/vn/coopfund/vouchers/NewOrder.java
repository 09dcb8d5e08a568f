package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * An order about to be made; see {@link MoneyOrder}.
 *
 * @param details     anything that becomes a JSON object
 * @param bankAccount id of the account that it moves; null is the usual one
 */
public record NewOrder(String kind, VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, Party party, String text,
        Object details, boolean byCashier, Long bankAccount) {

    /** Money by the bank, or none at all. */
    public static NewOrder of(OrderKind kind, VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, Party party,
            String text, Object details) {
        return new NewOrder(kind.code(), paper, amount, valueDate, party, text, details == null ? Map.of() : details, false, null);
    }

    /** The same, done by the cashier where it is cash. */
    NewOrder throughTheCashier() {
        return new NewOrder(kind, paper, amount, valueDate, party, text, details, paper != null && paper.isCash(), bankAccount);
    }

    /** The same on that account of the fund; null is the usual one. */
    public NewOrder at(Long account) {
        return new NewOrder(kind, paper, amount, valueDate, party, text, details, byCashier, account);
    }
}
