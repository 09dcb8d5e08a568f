package vn.coopfund.products.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
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

    static final List<RepaymentMethod> METHODS =
            List.of(RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.BULLET);
    /** Months from one instalment to the next. */
    static final List<Integer> RHYTHMS = List.of(1, 2, 3, 4, 6, 12);

    private static final Map<String, String> NAMES = Map.of("principal", "amount", "instalments", "term",
            "every.count", "every", "rate.value", "rate");

    private MonetaryAmount amount;
    private LocalDate disbursedOn;
    private String rate;
    private Integer term;
    private Integer every;
    private RepaymentMethod method;

    /** The name on this form of a field of the request. */
    static String nameOf(String requestField) {
        return NAMES.getOrDefault(requestField, requestField);
    }

    /** What the request would not notice or not say in the words of this form; at the request's fields. */
    List<Refusal.Reason> problems() {
        List<Refusal.Reason> found = new ArrayList<>();
        if (hasRate() && !figure().matches("\\d{1,3}(\\.\\d{1,10})?")) {
            found.add(new Refusal.Reason("rate.value", "products.calculator.rate.figure"));
        }
        if (method != null && !METHODS.contains(method)) {
            found.add(new Refusal.Reason("method", "products.calculator.method.unknown"));
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
                method == null ? null : method.name(), instalments(),
                every == null ? null : new RhythmRequest(BigDecimal.valueOf(every), RhythmUnit.MONTH.name()), null,
                DayCount.ACT_365.name(), null, null, null, null, null, null, null, null);
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

    public RepaymentMethod getMethod() {
        return method;
    }

    public void setMethod(RepaymentMethod method) {
        this.method = method;
    }
}
