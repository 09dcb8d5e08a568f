package vn.coopfund.funding;

import java.time.LocalDate;
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

    private static final int LONGEST_NAME = 200;

    private final OrderDesk desk;
    private final SourceOpening kind;
    private final BusinessDay businessDay;
    private final FundingPostings postings;

    OpenCapitalSource(OrderDesk desk, SourceOpening kind, BusinessDay businessDay, FundingPostings postings) {
        this.desk = desk;
        this.kind = kind;
        this.businessDay = businessDay;
        this.postings = postings;
    }

    /**
     * @param charter  whether it is charter capital: always on the owner's account, never where it is entrusted
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
                .addIf(wish.account() == null || !postings.accounts().contains(wish.account()), "account", "funding.refused.account")
                .addIf(postings.isEntrusted(wish.account()) && wish.charter(), "charter", "funding.refused.entrusted-charter")
                .addIf(postings.isOwners(wish.account()) && !wish.charter(), "charter", "funding.refused.owner-charter")
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
