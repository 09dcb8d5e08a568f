package vn.coopfund.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.funding.LendableMoney;
import vn.coopfund.money.Dong;
import vn.coopfund.treasury.OpenDeposit;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.PayOrder;
import vn.coopfund.vouchers.VoucherKind;

/** What an office spends and receives beside its loans, and idle money on term; the latest orders still wait. */
@Component
class OrderChapters {

    private static final int DEPOSIT_DAYS_AGO = 25;
    private static final MonetaryAmount DEPOSIT = Dong.of(1_000_000_000);
    /** So much stays free to lend beside the deposit. */
    private static final MonetaryAmount KEPT_FREE = Dong.of(2_000_000_000);

    private final Cast cast;
    private final OrderOtherMoney orderOtherMoney;
    private final OpenDeposit openDeposit;
    private final CheckOrder checkOrder;
    private final PayOrder payOrder;
    private final LendableMoney money;

    OrderChapters(Cast cast, OrderOtherMoney orderOtherMoney, OpenDeposit openDeposit, CheckOrder checkOrder,
            PayOrder payOrder, LendableMoney money) {
        this.cast = cast;
        this.orderOtherMoney = orderOtherMoney;
        this.openDeposit = openDeposit;
        this.checkOrder = checkOrder;
        this.payOrder = payOrder;
        this.money = money;
    }

    List<Chapter> all(LocalDate firstDay) {
        List<Chapter> chapters = new ArrayList<>(SeedRow.of("orders").stream().map(row -> new Chapter(row.day("on", firstDay),
                "order " + row.text("on") + " " + row.text("text"), () -> order(row, firstDay))).toList());
        LocalDate day = firstDay.minusDays(DEPOSIT_DAYS_AGO);
        chapters.add(new Chapter(day, "deposit", () -> deposit(day)));
        return chapters;
    }

    private Long order(SeedRow row, LocalDate firstDay) {
        MoneyOrder order = cast.as("ketoan", () -> orderOtherMoney.order(new OrderOtherMoney.Wish(
                VoucherKind.valueOf(row.text("paper")), row.amount("amount"), row.day("on", firstDay), row.text("account"),
                row.text("party"), null, null, row.text("text"))));
        if ("PENDING".equals(row.text("until"))) {
            return order.id();
        }
        MoneyOrder checked = cast.as("ketoantruong", () -> checkOrder.check(order.id()));
        if (checked.byCashier() && !"CHECKED".equals(row.text("until"))) {
            cast.as("thuquy", () -> payOrder.pay(order.id()));
        }
        return order.id();
    }

    /** Nothing where too little is idle. */
    private Long deposit(LocalDate day) {
        if (money.freeToLend().isLessThan(DEPOSIT.add(KEPT_FREE))) {
            return null;
        }
        MoneyOrder order = cast.as("ketoan", () -> openDeposit.order(new OpenDeposit.Wish("Co-opBank chi nhánh Bắc Giang",
                "HĐTG-0142", DEPOSIT, new BigDecimal("4.7"), day, day.plusMonths(6), "Quyết định gửi tiền nhàn rỗi của Giám đốc Quỹ")));
        return cast.as("ketoantruong", () -> checkOrder.check(order.id())).id();
    }
}
