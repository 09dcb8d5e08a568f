package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/**
 * Values an item, for the first time or anew; earlier values stay. Who values what is offered for an application appraises
 * it, and does not decide on it.
 */
@Act
@Allowed(Role.APPRAISER)
public class ValueCollateral {

    /** How a value may be found. */
    public static final List<String> METHODS = List.of("MARKET", "COST", "INCOME", "STATE_PRICE", "CERTIFICATE");

    private final Items items;
    private final Offers offers;
    private final Valuations valuations;
    private final Duties duties;
    private final BusinessDay businessDay;

    ValueCollateral(Items items, Offers offers, Valuations valuations, Duties duties, BusinessDay businessDay) {
        this.items = items;
        this.offers = offers;
        this.valuations = valuations;
        this.duties = duties;
        this.businessDay = businessDay;
    }

    /**
     * @param method how the value was found, one of {@link #METHODS}
     * @param paper  the minutes or certificate of the valuation
     */
    public void value(long id, MonetaryAmount amount, LocalDate on, String method, String paper) {
        LocalDate today = businessDay.today();
        new Refusal.Problems()
                .addIf(amount == null || amount.isNegative(), "amount", "collateral.refused.required")
                .addIf(amount != null && amount.isGreaterThan(Dong.LARGEST), "amount", "collateral.refused.too-large", Dong.LARGEST)
                .addIf(on == null, "on", "collateral.refused.required")
                .addIf(on != null && on.isAfter(today), "on", "collateral.refused.future", today)
                .addIf(!METHODS.contains(method), "method", "collateral.refused.required")
                .addIf(paper == null || paper.isBlank(), "paper", "collateral.refused.required").refuseIfAny();
        Item item = items.lock(id);
        if (!item.secures()) {
            offers.applicationsOf(id).forEach(application -> duties.take(Subject.application(application), Duty.APPRAISE));
        }
        valuations.add(item, Dong.longOf(amount), on, method, paper.strip());
    }
}
