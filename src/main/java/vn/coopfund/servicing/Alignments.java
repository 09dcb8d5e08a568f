package vn.coopfund.servicing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Periods;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.CreditApplied;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;

/**
 * By how much the books of each day differ from what the facts of that day say. What is learned late changes what later
 * receipts met and what was earned since; each difference is booked on the day on which it arose or, where that month is
 * closed, on the first open day. So the loans' own ledger and the books agree at the end of every day that is open.
 */
@Component
class Alignments {

    private final Positions positions;
    private final Periods periods;
    private final ChargeOffs chargeOffs;
    private final BusinessDay businessDay;

    Alignments(Positions positions, Periods periods, ChargeOffs chargeOffs, BusinessDay businessDay) {
        this.positions = positions;
        this.periods = periods;
        this.chargeOffs = chargeOffs;
        this.businessDay = businessDay;
    }

    /**
     * What the books of one day lack, đồng; below zero what they have too much.
     *
     * @param through the day through which in-term interest is posted then; null where none ever was
     * @param accrual of that interest
     * @param waiver  of in-term interest forgiven
     * @param change  of where money went; its parts sum to 0
     */
    record Alignment(LocalDate valueDate, LocalDate through, long accrual, long waiver, Allocation change) {

        private LoanBooks.Row asRow(LocalDate booked) {
            return new LoanBooks.Row(new InBooks(booked, null), new LoanBooks.Standing(accrual, accrual == 0 ? null : through, change, waiver));
        }
    }

    /**
     * Day by day from the one on which something learned now comes into the books.
     *
     * @param running       the loan with every fact that stands, with what is learned now
     * @param happened      every fact, with what is learned now
     * @param posted        every row, with what this posts itself
     * @param valueDate     when what is learned now happened
     * @param earnedThrough the day through which in-term interest is posted with it; null where it asks for none
     * @throws vn.coopfund.schedule.ImpossibleFact if it leaves another fact without ground
     */
    List<Alignment> of(Loan loan, RunningLoan running, LoanFacts.Recorded happened, LoanBooks.Rows posted, LocalDate valueDate,
            LocalDate earnedThrough) {
        LocalDate first = periods.bookingDay(valueDate);
        Replays replays = new Replays(loan, running, happened);
        List<Alignment> alignments = new ArrayList<>();
        LoanBooks.Rows books = posted;
        for (LocalDate day : first.isBefore(replays.today) ? days(loan, replays, posted, first) : List.of(first)) {
            Alignment lacks = lacks(replays, books.standing(day), day, day.equals(first) ? valueDate : day, earnedThrough);
            books = books.with(lacks.asRow(day));
            alignments.add(lacks);
        }
        return alignments;
    }

    private static Alignment lacks(Replays replays, LoanBooks.Standing books, LocalDate day, LocalDate valueDate,
            LocalDate earnedThrough) {
        LoanPosition position = replays.at(day);
        LocalDate through = Stream.concat(Stream.of(books.through(), earnedThrough).filter(Objects::nonNull),
                position.creditApplied().stream().map(CreditApplied::on)).max(LocalDate::compareTo).orElse(null);
        long accrual = through == null ? 0 : replays.of(day).at(through).interestEarned() - books.accrued();
        return new Alignment(valueDate, through, accrual, position.waived().interest() - books.waived(), books.missing(position));
    }

    /** The open days on which the books or the facts changed, or credit met what fell due; the business date at last. */
    private NavigableSet<LocalDate> days(Loan loan, Replays replays, LoanBooks.Rows posted, LocalDate first) {
        NavigableSet<LocalDate> days = new TreeSet<>(List.of(first, replays.today));
        Stream.concat(posted.all().stream().map(LoanBooks.Row::days), replays.happened.all().stream().map(LoanFacts.Dated::days))
                .flatMap(InBooks::changes).filter(day -> day.isAfter(first)).forEach(days::add);
        days.addAll(replays.creditDays(days));
        NavigableSet<LocalDate> open = new TreeSet<>();
        OpenDays openDays = new OpenDays();
        days.forEach(day -> open.add(openDays.from(day)));
        chargeOffs.takenBack(loan).stream().filter(off -> off.from().isAfter(first)).forEach(off -> {
            open.subSet(off.from(), off.until()).clear();
            open.add(openDays.from(off.until()));
        });
        return open;
    }

    /** The booking day of many days; asks once for each month. */
    private final class OpenDays {

        private final Map<YearMonth, LocalDate> firstOpen = new HashMap<>();

        LocalDate from(LocalDate day) {
            LocalDate open = firstOpen.computeIfAbsent(YearMonth.from(day), month -> periods.bookingDay(month.atDay(1)));
            return day.isAfter(open) ? day : open;
        }
    }

    /** The loan as the books of each day know it. */
    private final class Replays {

        private final Loan loan;
        private final LoanFacts.Recorded happened;
        private final LocalDate today = businessDay.today();
        private List<LoanFact> known;
        private RunningLoan running;

        Replays(Loan loan, RunningLoan running, LoanFacts.Recorded happened) {
            this.loan = loan;
            this.happened = happened;
            this.known = happened.standing();
            this.running = running;
        }

        RunningLoan of(LocalDate day) {
            List<LoanFact> facts = happened.bookedBy(day);
            if (!facts.equals(known)) {
                known = facts;
                running = positions.of(loan, facts);
            }
            return running;
        }

        /** At its end; of the business date, which has none yet, as it stands. */
        LoanPosition at(LocalDate day) {
            return day.isBefore(today) ? of(day).atClose(day) : of(day).at(day);
        }

        /** The days after the first on which credit met what fell due, as known from each of the days to the next. */
        List<LocalDate> creditDays(NavigableSet<LocalDate> days) {
            List<LocalDate> credited = new ArrayList<>();
            for (LocalDate from : days) {
                LocalDate next = days.higher(from);
                LocalDate until = next == null ? today : next.minusDays(1);
                at(until).creditApplied().stream().map(CreditApplied::on).filter(on -> !on.isBefore(from)).forEach(credited::add);
            }
            return credited;
        }
    }
}
