package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.origination.SecurityKind;

/** The applications and loans: every step on its day, counted back from the last one; then the repayments. */
@Component
class CaseChapters {

    static final int PLANNED_AHEAD = 7;
    private static final int REPORTED_AFTER = 8;
    private static final int FIRST_INSPECTION = 30;
    private static final int INSPECTED_EVERY = 6;

    private final Walker walker;
    private final Repayer repayer;
    private final BorrowerChapters borrowers;
    private final WorkingDays workingDays;

    CaseChapters(Walker walker, Repayer repayer, BorrowerChapters borrowers, WorkingDays workingDays) {
        this.walker = walker;
        this.repayer = repayer;
        this.borrowers = borrowers;
        this.workingDays = workingDays;
    }

    List<Chapter> all(LocalDate firstDay) {
        return told(firstDay).flatMap(one -> one.chapters().stream()).toList();
    }

    /** The numbers of the cases that are told. */
    Set<String> numbers(LocalDate firstDay) {
        return told(firstDay).map(OfOneCase::number).collect(Collectors.toSet());
    }

    /** The cases of borrowers that were in the registry before; one that begins earlier is left out. */
    private Stream<OfOneCase> told(LocalDate firstDay) {
        Map<String, LocalDate> registered = borrowers.registrations();
        Map<String, Step> steps = Step.all();
        Predicate<LocalDate> closed = workingDays.holidays();
        return DemoCase.all().stream().map(demoCase -> chapters(demoCase, steps, closed, firstDay))
                .filter(chapters -> chapters.chapters().get(0).on().isAfter(registered.get(chapters.borrower())));
    }

    private record OfOneCase(String number, String borrower, List<Chapter> chapters) {
    }

    private OfOneCase chapters(DemoCase demoCase, Map<String, Step> steps, Predicate<LocalDate> closed, LocalDate firstDay) {
        List<Chapter> chapters = new ArrayList<>(way(demoCase, steps, closed, firstDay));
        if (demoCase.isDisbursed()) {
            LocalDate disbursedOn = chapters.get(chapters.size() - 1).on();
            chapters.addAll(repayments(demoCase, disbursedOn, firstDay));
            releases(demoCase, steps.get("RELEASE"), chapters);
            chapters.addAll(inspections(demoCase, steps.get("INSPECT"), disbursedOn, firstDay));
        }
        return new OfOneCase(demoCase.number(), demoCase.borrower(), chapters);
    }

    /** From the last step back to the draft. */
    private List<Chapter> way(DemoCase demoCase, Map<String, Step> steps, Predicate<LocalDate> closed, LocalDate firstDay) {
        LinkedList<Chapter> way = new LinkedList<>();
        LocalDate day = workingDayBefore(demoCase.endsOn(firstDay).plusDays(1), 1, closed);
        LocalDate last = day;
        for (int i = demoCase.steps().size() - 1; i >= 0; i--) {
            Step step = steps.get(demoCase.steps().get(i));
            LocalDate disbursement = demoCase.isDisbursed() ? last : day.plusDays(PLANNED_AHEAD);
            way.addFirst(new Chapter(day, demoCase.chapter(step.name()), () -> walker.take(demoCase, step, disbursement)));
            day = workingDayBefore(day, step.workingDays(), closed);
        }
        return way;
    }

    private static LocalDate workingDayBefore(LocalDate from, int workingDays, Predicate<LocalDate> closed) {
        LocalDate day = from;
        for (int left = workingDays; left > 0;) {
            day = day.minusDays(1);
            if (!closed.test(day)) {
                left--;
            }
        }
        return day;
    }

    private List<Chapter> repayments(DemoCase demoCase, LocalDate disbursedOn, LocalDate firstDay) {
        List<Chapter> repayments = new ArrayList<>();
        LocalDate payoff = demoCase.payoffAfter() == null ? LocalDate.MAX
                : disbursedOn.plusMonths(demoCase.payoffAfter()).plusDays(PLANNED_AHEAD);
        demoCase.dueDates(disbursedOn).limit(demoCase.paidRows()).map(due -> due.plusDays(demoCase.daysLate()))
                .takeWhile(day -> day.isBefore(payoff))
                .forEach(day -> repayments.add(new Chapter(day, demoCase.chapter("repayment " + day),
                        () -> repayer.payDue(demoCase, day))));
        if (demoCase.payoffAfter() != null) {
            repayments.add(new Chapter(payoff, demoCase.chapter("payoff"), () -> repayer.payOff(demoCase, payoff)));
        }
        if (demoCase.reportedLate() != null) {
            LocalDate today = firstDay.minusDays(1);
            repayments.add(new Chapter(today, demoCase.chapter("late report"),
                    () -> repayer.report(demoCase, today.minusDays(REPORTED_AFTER))));
        }
        return repayments;
    }

    /** Within days after each is due, as long as the loan runs. */
    private List<Chapter> inspections(DemoCase demoCase, Step inspect, LocalDate disbursedOn, LocalDate firstDay) {
        LocalDate first = disbursedOn.plusDays(FIRST_INSPECTION + inspect.workingDays());
        LocalDate end = disbursedOn.plusMonths(demoCase.payoffAfter() == null ? demoCase.content().termMonths() : demoCase.payoffAfter());
        return Stream.iterate(first, day -> day.plusMonths(INSPECTED_EVERY).plusDays(inspect.workingDays()))
                .takeWhile(day -> day.isBefore(firstDay) && day.isBefore(end))
                .map(day -> new Chapter(day, demoCase.chapter("inspection " + day), () -> walker.takeIfAsked(demoCase, inspect))).toList();
    }

    private void releases(DemoCase demoCase, Step release, List<Chapter> chapters) {
        boolean settled = demoCase.paidRows() == Integer.MAX_VALUE;
        if (settled && demoCase.content().securityKind() != SecurityKind.UNSECURED && !demoCase.held()) {
            LocalDate day = workingDays.after(chapters.get(chapters.size() - 1).on(), release.workingDays());
            chapters.add(new Chapter(day, demoCase.chapter(release.name()), () -> walker.take(demoCase, release, day)));
        }
    }
}
