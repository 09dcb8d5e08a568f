package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;

/** A loan's position on any day, replayed from its conventions and its facts. */
@Component
class Positions {

    private final LoanFacts facts;
    private final WorkingDays workingDays;

    Positions(LoanFacts facts, WorkingDays workingDays) {
        this.facts = facts;
        this.workingDays = workingDays;
    }

    RunningLoan of(Loan loan) {
        return replay(loan, facts.of(loan).stream());
    }

    /** The same from facts that were read already. */
    RunningLoan of(Loan loan, List<LoanFact> happened) {
        return replay(loan, happened.stream());
    }

    /** As if this had happened too. */
    RunningLoan with(Loan loan, LoanFact more) {
        return replay(loan, Stream.concat(facts.of(loan).stream(), Stream.of(more)));
    }

    LoanPosition at(Loan loan, LocalDate day) {
        return of(loan).at(day);
    }

    /** Many loans at once, by their ids: their facts are read with one question, the calendar once. */
    Map<Long, RunningLoan> of(Collection<Loan> loans) {
        return of(loans, facts.of(loans));
    }

    /** The same as if only these had happened, by loan. */
    Map<Long, RunningLoan> of(Collection<Loan> loans, Map<Long, List<LoanFact>> only) {
        Predicate<LocalDate> closed = workingDays.holidays();
        return loans.stream().collect(Collectors.toMap(Loan::id,
                loan -> replay(loan, only.get(loan.id()).stream(), closed)));
    }

    private RunningLoan replay(Loan loan, Stream<LoanFact> happened) {
        return replay(loan, happened, workingDays.holidays());
    }

    private static RunningLoan replay(Loan loan, Stream<LoanFact> happened, Predicate<LocalDate> closed) {
        return RunningLoan.of(loan.terms(), day -> !closed.test(day), happened.toList());
    }
}
