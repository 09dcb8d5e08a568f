package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.Set;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.NewOrder;
import vn.coopfund.vouchers.OrderDesk;
import vn.coopfund.web.Refusal;

/** Orders a new capital source, which takes money from a day on once a second person has checked it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class OpenCapitalSource {

    private static final Set<String> ACCOUNTS = Set.of("4111", "4118", "341");
    private static final int LONGEST_NAME = 200;

    private final OrderDesk desk;
    private final SourceOpening kind;
    private final BusinessDay businessDay;

    OpenCapitalSource(OrderDesk desk, SourceOpening kind, BusinessDay businessDay) {
        this.desk = desk;
        this.kind = kind;
        this.businessDay = businessDay;
    }

    /**
     * @param charter  whether it is charter capital: always on 4111, never on 341
     * @param own      whether it is this province's own, not another's that was merged in
     * @param decision number and date of the paper
     */
    public record Wish(String code, String nameVi, String nameEn, String account, boolean charter, boolean own,
            LocalDate from, String decision) {
    }

    public MoneyOrder order(Wish wish) {
        new Refusal.Problems()
                .addIf(wish.code() == null || !wish.code().matches("[A-Z_]{2,40}"), "code", "funding.refused.code")
                .addIf(unfit(wish.nameVi()), "nameVi", "funding.refused.name", LONGEST_NAME)
                .addIf(unfit(wish.nameEn()), "nameEn", "funding.refused.name", LONGEST_NAME)
                .addIf(wish.account() == null || !ACCOUNTS.contains(wish.account()), "account", "funding.refused.account")
                .addIf("341".equals(wish.account()) && wish.charter(), "charter", "funding.refused.entrusted-charter")
                .addIf("4111".equals(wish.account()) && !wish.charter(), "charter", "funding.refused.owner-charter")
                .addIf(wish.from() == null, "from", "vouchers.refused.day")
                .addIf(wish.decision() == null || wish.decision().isBlank(), "decision", "funding.contribution.decision")
                .refuseIfAny();
        return desk.take(NewOrder.of(kind, null, null, businessDay.today(), null,
                wish.nameVi().strip() + ", " + wish.decision().strip(), new SourceOpening.Kept(wish.code(),
                        wish.nameVi().strip(), wish.nameEn().strip(), wish.account(), wish.charter(), wish.own(), wish.from())));
    }

    private static boolean unfit(String name) {
        return name == null || name.isBlank() || name.length() > LONGEST_NAME;
    }
}
