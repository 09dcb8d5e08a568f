package vn.coopfund.vouchers;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Orders that another account of the fund at a bank is used, once a second person has checked it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class OpenBankAccount {

    private static final int LONGEST_NAME = 100;

    private final OrderDesk desk;
    private final BankAccountOpening kind;
    private final BusinessDay businessDay;

    OpenBankAccount(OrderDesk desk, BankAccountOpening kind, BusinessDay businessDay) {
        this.desk = desk;
        this.kind = kind;
        this.businessDay = businessDay;
    }

    /**
     * @param bankBin of the bank, for VietQR; may be empty
     * @param from    the first day on which it may be posted to
     * @param text    number and date of the contract with the bank
     */
    public record Wish(String bankName, String bankBin, String number, LocalDate from, String text) {
    }

    public MoneyOrder order(Wish wish) {
        String bin = wish.bankBin() == null || wish.bankBin().isBlank() ? null : wish.bankBin().strip();
        String number = wish.number() == null ? "" : wish.number().replaceAll("[ .-]", "");
        new Refusal.Problems()
                .addIf(wish.bankName() == null || wish.bankName().isBlank() || wish.bankName().length() > LONGEST_NAME,
                        "bankName", "vouchers.refused.bank-name", LONGEST_NAME)
                .addIf(bin != null && !bin.matches("[0-9]{6}"), "bankBin", "vouchers.refused.bin")
                .addIf(!number.matches("[0-9A-Za-z]{4,20}"), "number", "vouchers.refused.bank-number")
                .addIf(wish.from() == null, "from", "vouchers.refused.day")
                .refuseIfAny();
        return desk.take(NewOrder.of(kind, null, null, businessDay.today(), null, wish.text(),
                new BankAccountOpening.Kept(wish.bankName().strip(), bin, number, wish.from())));
    }
}
