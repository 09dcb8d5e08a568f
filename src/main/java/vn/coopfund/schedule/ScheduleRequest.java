package vn.coopfund.schedule;

import java.math.BigDecimal;
import java.util.List;

/**
 * The loan calculator's input as it arrives: words, dates and figures not yet trusted, so that every error can be
 * told at its field. The names are those of {@code POST /schedules}; absent is null.
 */
public record ScheduleRequest(
        BigDecimal principal,
        String disbursedOn,
        RateRequest rate,
        String method,
        BigDecimal instalments,
        RhythmRequest every,
        String firstDueOn,
        String dayCount,
        List<PrincipalRequest> principals,
        BigDecimal principalGrace,
        RhythmRequest interestEvery,
        BigDecimal instalmentMultiple,
        String workingDays,
        Boolean interestFollows,
        List<TrancheRequest> tranches,
        String interestRounding) {

    /** A rate in percent as a decimal string, its unit, and how a rate a month becomes one a year. */
    public record RateRequest(String value, String unit, String conversion) {
    }

    /** Every so many units. */
    public record RhythmRequest(BigDecimal count, String unit) {
    }

    /** A row of {@code CUSTOM}. */
    public record PrincipalRequest(String dueOn, BigDecimal amount) {
    }

    /** A part of the principal paid out on a day. */
    public record TrancheRequest(String on, BigDecimal amount) {
    }

    /**
     * The schedule, or what is wrong with the request: exactly one of the two is there.
     *
     * @param yearFractions the part of a year for which each row bears interest, as {@link DayCount#yearFraction} writes it
     */
    public record Answer(RepaymentSchedule schedule, List<String> yearFractions, List<Violation> violations) {
    }

    /** Reads, checks and answers; never throws for bad input. */
    public Answer answer(WorkingDays calendar) {
        RequestReader reader = new RequestReader(this);
        List<Violation> violations = reader.violations(calendar);
        return violations.isEmpty()
                ? new Answer(RepaymentSchedule.of(reader.terms(), calendar),
                        RepaymentSchedule.yearFractions(reader.terms(), calendar), violations)
                : new Answer(null, List.of(), violations);
    }
}
