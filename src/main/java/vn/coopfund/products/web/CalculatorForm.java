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
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RhythmUnit;
import vn.coopfund.schedule.ScheduleRequest;
import vn.coopfund.schedule.ScheduleRequest.RateRequest;
import vn.coopfund.schedule.ScheduleRequest.RhythmRequest;
import vn.coopfund.schedule.ScheduleRequest.TrancheRequest;
import vn.coopfund.schedule.WorkingDayRule;
import vn.coopfund.web.Refusal;

/** What a cooperative says of the loan it has in mind; what is rarely used is as in the fund's contracts unless said. */
public class CalculatorForm {

    /** Months from one instalment to the next. */
    static final List<Integer> RHYTHMS = List.of(1, 2, 3, 4, 6, 12);

    private static final Map<String, String> NAMES = Map.of("principal", "amount", "instalments", "term",
            "every.count", "every", "rate.value", "rate", "rate.conversion", "rateConversion", "interestEvery.count",
            "interestEvery", "instalmentMultiple", "multiple", "interestRounding", "rounding");

    private MonetaryAmount amount;
    private LocalDate disbursedOn;
    private String rate;
    private Integer term;
    private Integer every;
    private RepaymentMethod method;
    private DayCount dayCount;
    private String principals;
    private RateUnit rateUnit;
    private RateConversion rateConversion;
    private Integer principalGrace;
    private Integer interestEvery;
    private LocalDate firstDueOn;
    private MonetaryAmount multiple;
    private WorkingDayRule workingDays;
    private boolean interestFollows = true;
    private String tranches;
    private Rounding rounding;

    /** The name on this form of a field of the request. */
    static String nameOf(String requestField) {
        String list = requestField.replaceFirst("\\[.*", "");
        return NAMES.getOrDefault(list, list);
    }

    /** What the request would not notice or not say in the words of this form; at the request's fields. */
    List<Refusal.Reason> problems() {
        List<Refusal.Reason> found = new ArrayList<>();
        if (hasRate() && !figure().matches("\\d{1,3}(\\.\\d{1,10})?")) {
            found.add(new Refusal.Reason("rate.value", "products.calculator.rate.figure"));
        }
        found.addAll(parts().problems());
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
                new RateRequest(hasRate() ? figure() : null, word(rateUnit),
                        rateUnit == RateUnit.MONTH ? word(rateConversion) : null),
                word(method), isAgreed() ? null : instalments(), rhythm(),
                firstDueOn == null ? null : firstDueOn.toString(), word(dayCount), isAgreed() ? agreed().rows() : null,
                whole(principalGrace), interestEvery == null ? null
                        : new RhythmRequest(whole(interestEvery), RhythmUnit.MONTH.name()),
                multiple == null ? null : BigDecimal.valueOf(Dong.longOf(multiple)), word(workingDays), interestFollows,
                parts().rows().isEmpty() ? null : parts().rows().stream()
                        .map(part -> new TrancheRequest(part.dueOn(), part.amount())).toList(), word(rounding));
    }

    public boolean isAgreed() {
        return method == RepaymentMethod.CUSTOM;
    }

    /** Whether anything of the rarely used is asked for, so that it is not hidden. */
    public boolean isParticular() {
        return rateUnit == RateUnit.MONTH || principalGrace != null && principalGrace > 0 || interestEvery != null
                || firstDueOn != null || multiple != null || workingDays != WorkingDayRule.NONE && workingDays != null
                || tranches != null && !tranches.isBlank() || rounding == Rounding.HALF_EVEN;
    }

    private AgreedRows agreed() {
        return AgreedRows.read("principals", principals);
    }

    private AgreedRows parts() {
        return AgreedRows.read("tranches", tranches);
    }

    private static String word(Enum<?> chosen) {
        return chosen == null ? null : chosen.name();
    }

    private static BigDecimal whole(Integer figure) {
        return figure == null ? null : BigDecimal.valueOf(figure);
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

    public RepaymentMethod getMethod() {
        return method;
    }

    public void setMethod(RepaymentMethod method) {
        this.method = method;
    }

    public RateUnit getRateUnit() {
        return rateUnit;
    }

    public void setRateUnit(RateUnit rateUnit) {
        this.rateUnit = rateUnit;
    }

    public RateConversion getRateConversion() {
        return rateConversion;
    }

    public void setRateConversion(RateConversion rateConversion) {
        this.rateConversion = rateConversion;
    }

    public Integer getPrincipalGrace() {
        return principalGrace;
    }

    public void setPrincipalGrace(Integer principalGrace) {
        this.principalGrace = principalGrace;
    }

    public Integer getInterestEvery() {
        return interestEvery;
    }

    public void setInterestEvery(Integer interestEvery) {
        this.interestEvery = interestEvery;
    }

    public LocalDate getFirstDueOn() {
        return firstDueOn;
    }

    public void setFirstDueOn(LocalDate firstDueOn) {
        this.firstDueOn = firstDueOn;
    }

    public MonetaryAmount getMultiple() {
        return multiple;
    }

    public void setMultiple(MonetaryAmount multiple) {
        this.multiple = multiple;
    }

    public WorkingDayRule getWorkingDays() {
        return workingDays;
    }

    public void setWorkingDays(WorkingDayRule workingDays) {
        this.workingDays = workingDays;
    }

    public boolean isInterestFollows() {
        return interestFollows;
    }

    public void setInterestFollows(boolean interestFollows) {
        this.interestFollows = interestFollows;
    }

    public String getTranches() {
        return tranches;
    }

    public void setTranches(String tranches) {
        this.tranches = tranches;
    }

    public Rounding getRounding() {
        return rounding;
    }

    public void setRounding(Rounding rounding) {
        this.rounding = rounding;
    }
}
