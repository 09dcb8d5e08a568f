package vn.coopfund.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.coopfund.access.Role;
import vn.coopfund.funding.ConfirmContribution;
import vn.coopfund.funding.DeclineContribution;
import vn.coopfund.funding.NewContribution;
import vn.coopfund.funding.ProposeContribution;
import vn.coopfund.ledger.ManualEntry;
import vn.coopfund.ledger.ProposeManualEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.DeclineOrder;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.PayOrder;
import vn.coopfund.vouchers.VoucherKind;

/** What happens to money that is no loan's: capital, office costs, cash to and from the bank, entries by hand. */
final class MoneyFacts {

    private static final long MILLION = 1_000_000;

    private record Way(VoucherKind paper, String account) {
    }

    private static final List<Way> WAYS = List.of(new Way(VoucherKind.PAYMENT, "6422"), new Way(VoucherKind.PAYMENT_ORDER, "6427"),
            new Way(VoucherKind.RECEIPT, "112"), new Way(VoucherKind.PAYMENT, "112"), new Way(VoucherKind.RECEIPT, "711"),
            new Way(VoucherKind.CREDIT_ADVICE, "515"), new Way(VoucherKind.DEBIT_ADVICE, "6427"));

    private final Fund fund;

    MoneyFacts(Fund fund) {
        this.fund = fund;
    }

    List<Fact> all() {
        return List.of(
                new Fact("capital to be confirmed", 2, this::contribution),
                new Fact("capital confirmed or declined", 3, this::contributionDecided),
                new Fact("order of money", 6, this::order),
                new Fact("order checked or declined", 6, this::orderChecked),
                new Fact("order paid by the cashier", 5, this::orderPaid),
                new Fact("entry by hand", 4, this::manualEntry));
    }

    private Optional<Deed> contribution() {
        NewContribution wish = new NewContribution(fund.one(List.of("PROVINCIAL_BUDGET", "DONATION")).orElseThrow(),
                Dong.of(fund.between(50, 900) * MILLION), fund.today().minusDays(fund.between(0, 40)), "QĐ 01/QĐ-UBND");
        return Optional.of(fund.deed(Role.ACCOUNTANT, Deed.Again.MORE, wish.amount() + " of " + wish.valueDate(),
                () -> fund.the(ProposeContribution.class).propose(wish)));
    }

    private Optional<Deed> contributionDecided() {
        return fund.one("select id from funding.contribution where fund_id = :fund and state = 'PENDING' order by id")
                .map(waits -> fund.chance(85)
                        ? fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED, "confirmed",
                                () -> fund.the(ConfirmContribution.class).confirm(waits))
                        : fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED, "declined",
                                () -> fund.the(DeclineContribution.class).decline(waits, "Chưa có quyết định")));
    }

    private Optional<Deed> order() {
        Way way = fund.one(WAYS).orElseThrow();
        OrderOtherMoney.Wish wish = new OrderOtherMoney.Wish(way.paper(), Dong.of(fund.between(1, 30 * MILLION)),
                fund.today().minusDays(fund.chance(70) ? 0 : fund.between(1, 35)), way.account(), "Cửa hàng Hoa Mai", null, null,
                "Văn phòng phẩm");
        return Optional.of(fund.deed(Role.ACCOUNTANT, Deed.Again.MORE, way + " " + wish.amount() + " of " + wish.valueDate(),
                () -> fund.the(OrderOtherMoney.class).order(wish)));
    }

    private Optional<Deed> orderChecked() {
        return fund.one("select id from vouchers.money_order where fund_id = :fund and state = 'PENDING' order by id")
                .map(waits -> fund.chance(90)
                        ? fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED, "checked", () -> fund.the(CheckOrder.class).check(waits))
                        : fund.deed(Role.CHIEF_ACCOUNTANT, Deed.Again.REFUSED, "declined",
                                () -> fund.the(DeclineOrder.class).decline(waits, "Không cần")));
    }

    private Optional<Deed> orderPaid() {
        return fund.one("select id from vouchers.money_order where fund_id = :fund and state = 'CHECKED' order by id")
                .map(waits -> fund.deed(Role.CASHIER, Deed.Again.REFUSED, "", () -> fund.the(PayOrder.class).pay(waits)));
    }

    private Optional<Deed> manualEntry() {
        long amount = fund.between(1, 5 * MILLION);
        LocalDate day = fund.today().minusDays(fund.between(0, 45));
        String cost = fund.one(List.of("6427", "6421", "33888")).orElseThrow();
        ManualEntry entry = new ManualEntry(day, "Chi phí", List.of(new ManualEntry.Row(cost, amount, 0, null, null),
                new ManualEntry.Row("335", 0, amount, null, null)));
        return Optional.of(fund.deed(Role.ACCOUNTANT, Deed.Again.MORE, amount + " of " + day,
                () -> fund.the(ProposeManualEntry.class).propose(entry, "Chứng từ gốc")));
    }
}
