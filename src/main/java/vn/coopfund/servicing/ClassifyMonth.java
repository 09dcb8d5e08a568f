package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.DayCloseStep;

/** At the close of a month's last day, proposes the classification of all debts; people make it official. */
@Component
class ClassifyMonth implements DayCloseStep {

    private final Classifications classifications;

    ClassifyMonth(Classifications classifications) {
        this.classifications = classifications;
    }

    @Override
    public String name() {
        return "classified";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return !DayCloseStep.isMonthEnd(day);
    }

    @Override
    public int run(LocalDate day) {
        return DayCloseStep.isMonthEnd(day) ? classifications.propose(day) : 0;
    }
}
