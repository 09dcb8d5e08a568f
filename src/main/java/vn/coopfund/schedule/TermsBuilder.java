package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.List;
import vn.coopfund.money.Rounding;

/** Puts {@link RepaymentTerms} together in the words of a contract. */
public final class TermsBuilder {

    private final long principal;
    private final LocalDate disbursedOn;
    private QuotedRate rate;
    private DayCount dayCount;
    private RepaymentMethod method;
    private int instalments;
    private Rhythm every;
    private LocalDate firstDueOn;
    private List<PrincipalDue> principals = List.of();
    private int principalGrace;
    private Rhythm interestEvery;
    private long instalmentMultiple = 1;
    private WorkingDayRule workingDays = WorkingDayRule.NONE;
    private boolean interestFollows = true;
    private List<Tranche> tranches = List.of();
    private Rounding interestRounding = Rounding.HALF_UP;

    TermsBuilder(long principal, LocalDate disbursedOn) {
        this.principal = principal;
        this.disbursedOn = disbursedOn;
    }

    public TermsBuilder at(QuotedRate rate, DayCount dayCount) {
        this.rate = rate;
        this.dayCount = dayCount;
        return this;
    }

    public TermsBuilder repay(RepaymentMethod method, int instalments, Rhythm every) {
        this.method = method;
        this.instalments = instalments;
        this.every = every;
        return this;
    }

    /** {@code CUSTOM}: these dates and amounts. */
    public TermsBuilder repay(List<PrincipalDue> principals) {
        this.principals = principals;
        return repay(RepaymentMethod.CUSTOM, principals.size(), null);
    }

    public TermsBuilder firstDueOn(LocalDate firstDueOn) {
        this.firstDueOn = firstDueOn;
        return this;
    }

    public TermsBuilder principalGrace(int principalGrace) {
        this.principalGrace = principalGrace;
        return this;
    }

    public TermsBuilder interestEvery(Rhythm interestEvery) {
        this.interestEvery = interestEvery;
        return this;
    }

    public TermsBuilder instalmentMultiple(long instalmentMultiple) {
        this.instalmentMultiple = instalmentMultiple;
        return this;
    }

    public TermsBuilder workingDays(WorkingDayRule workingDays, boolean interestFollows) {
        this.workingDays = workingDays;
        this.interestFollows = interestFollows;
        return this;
    }

    public TermsBuilder tranches(List<Tranche> tranches) {
        this.tranches = tranches;
        return this;
    }

    public TermsBuilder interestRounding(Rounding interestRounding) {
        this.interestRounding = interestRounding;
        return this;
    }

    TermsBuilder principals(List<PrincipalDue> principals) {
        this.principals = principals;
        return this;
    }

    public RepaymentTerms terms() {
        return new RepaymentTerms(principal, disbursedOn, rate, method, instalments, every, firstDueOn, dayCount,
                principals, principalGrace, interestEvery, instalmentMultiple, workingDays, interestFollows,
                tranches, interestRounding);
    }
}
