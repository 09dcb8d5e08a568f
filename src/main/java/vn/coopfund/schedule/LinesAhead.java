package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.coopfund.schedule.RunningInterest.Kind;

/** What happens to a replayed state by itself after a day: the lines that run on, and when that ends. */
final class LinesAhead {

    private final LoanState state;
    private final LocalDate day;

    LinesAhead(LoanState state, LocalDate day) {
        this.state = state;
        this.day = day;
    }

    List<RunningInterest> running() {
        List<RunningInterest> lines = new ArrayList<>();
        state.eachBearer((kind, row, balance) -> {
            if (balance > 0 && !(kind == Kind.IN_TERM && isPaidAhead())) {
                lines.add(line(kind, row, balance));
            }
        });
        return List.copyOf(lines);
    }

    private RunningInterest line(Kind kind, RunningRow row, long balance) {
        Accrual accrual = row.of(kind);
        return new RunningInterest(kind, row.number, balance, accrual.exact(), accrual.basis.perUnit(),
                accrual.basis.whole(), state.line.at(day), accrual.total(), accrual.rounding);
    }

    /** A row that was due before its planned day already has its interest through that day. */
    private boolean isPaidAhead() {
        return state.inTermFrom() > state.line.at(day);
    }

    /** Null where nothing is owed. */
    LocalDate nextEventOn() {
        if (state.disbursed == 0 || state.owesNothing()) {
            return null;
        }
        return Stream.concat(ofRows(), Stream.of(state.line.nextAnchorAfter(day), tomorrowAfterDueDate())
                .filter(Objects::nonNull)).min(LocalDate::compareTo).orElse(null);
    }

    private Stream<LocalDate> ofRows() {
        int open = state.rows.size() - state.openRows().size();
        int owing = open - state.closedRows().size();
        int from = Math.max(0, Math.min(open - 1, owing));
        return state.rows.subList(from, Math.min(open + 1, state.rows.size())).stream()
                .flatMap(row -> Stream.of(row.closesOn(), row.due.dueOn(), row.due.accruesTo()))
                .filter(date -> date.isAfter(day));
    }

    /** What is unpaid on its due date is overdue the day after, unless credit meets it at the close between. */
    private LocalDate tomorrowAfterDueDate() {
        boolean unpaid = state.closedRows().stream()
                .anyMatch(row -> row.due.dueOn().equals(day) && row.isOverdueAfter(day));
        return unpaid ? day.plusDays(1) : null;
    }
}
