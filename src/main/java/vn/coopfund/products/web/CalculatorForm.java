package vn.coopfund.products.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RhythmUnit;
import vn.coopfund.schedule.ScheduleRequest;
import vn.coopfund.schedule.ScheduleRequest.RateRequest;
import vn.coopfund.schedule.ScheduleRequest.RhythmRequest;
import vn.coopfund.web.Refusal;

/** What a cooperative says of the loan it has in mind; the rest is as in the fund's contracts. */
public class CalculatorForm {

    /** Months from one instalment to the next. */
    static final List<Integer> RHYTHMS = List.of(1, 2, 3, 4, 6, 12);
    private static final Rounding ROUNDING = Rounding.HALF_UP;

    private static final Map<String, String> NAMES = Map.of("principal", "amount", "instalments", "term",
            "every.count", "every", "rate.value", "rate");

    private MonetaryAmount amount;
    private LocalDate disbursedOn;
    private String rate;
    private Integer term;
    private Integer every;
    private RepaymentMethod method;
    private DayCount dayCount;
    private String principals;

    /** The name on this form of a field of the request. */
    static String nameOf(String requestField) {
        return requestField.startsWith("principals[") ? "principals" : NAMES.getOrDefault(requestField, requestField);
    }

    /** What the request would not notice or not say in the words of this form; at the request's fields. */
    List<Refusal.Reason> problems() {
        List<Refusal.Reason> found = new ArrayList<>();
        if (hasRate() && !figure().matches("\\d{1,3}(\\.\\d{1,10})?")) {
            found.add(new Refusal.Reason("rate.value", "products.calculator.rate.figure"));
        }
        if (isAgreed()) {
            found.addAll(agreed().problems());
            return found;
        }
        if (every != null && !RHYTHMS.contains(every)) {
            found.add(new Refusal.Reason("every", "products.calculator.every.unknown"));
        } else if (every != null && term != null && term % every != 0) {
            found.add(new Refusal.Reason("instalments", "products.calculator.term.multiple", every));
        }
        return found;
    }

    ScheduleRequest request() {
        return new ScheduleRequest(amount == null ? null : BigDecimal.valueOf(Dong.longOf(amount)),
                disbursedOn == null ? null : disbursedOn.toString(),
                new RateRequest(hasRate() ? figure() : null, RateUnit.YEAR.name(), null),
                method == null ? null : method.name(), isAgreed() ? null : instalments(), rhythm(), null,
                dayCount == null ? null : dayCount.name(), isAgreed() ? agreed().rows() : null, null, null, null, null,
                null, null, ROUNDING.name());
    }

    public boolean isAgreed() {
        return method == RepaymentMethod.CUSTOM;
    }

    private AgreedRows agreed() {
        return AgreedRows.read(principals);
    }

    private RhythmRequest rhythm() {
        return every == null || isAgreed() ? null
                : new RhythmRequest(BigDecimal.valueOf(every), RhythmUnit.MONTH.name());
    }

    private BigDecimal instalments() {
        if (term == null) {
            return null;
        }
        return BigDecimal.valueOf(every == null || every < 1 ? 1 : term / every);
    }

    private boolean hasRate() {
        return rate != null && !rate.isBlank();
    }

    /** People write a decimal comma or a dot. */
    private String figure() {
        return rate.strip().replace(',', '.');
    }

    public MonetaryAmount getAmount() {
        return amount;
    }

    public void setAmount(MonetaryAmount amount) {
        this.amount = amount;
    }

    public LocalDate getDisbursedOn() {
        return disbursedOn;
    }

    public void setDisbursedOn(LocalDate disbursedOn) {
        this.disbursedOn = disbursedOn;
    }

    public String getRate() {
        return rate;
    }

    public void setRate(String rate) {
        this.rate = rate;
    }

    public Integer getTerm() {
        return term;
    }

    public void setTerm(Integer term) {
        this.term = term;
    }

    public Integer getEvery() {
        return every;
    }

    public void setEvery(Integer every) {
        this.every = every;
    }

    public DayCount getDayCount() {
        return dayCount;
    }

    public void setDayCount(DayCount dayCount) {
        this.dayCount = dayCount;
    }

    /** One agreed row a line, a day and an amount. */
    public String getPrincipals() {
        return principals;
    }

    public void setPrincipals(String principals) {
        this.principals = principals;
    }

    public Rounding getRounding() {
        return ROUNDING;
    }

    public RepaymentMethod getMethod() {
        return method;
    }

    public void setMethod(RepaymentMethod method) {
        this.method = method;
    }
}
