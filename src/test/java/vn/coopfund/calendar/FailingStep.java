package vn.coopfund.calendar;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A last step of the close that a test may break; it does nothing else. */
@Component
public class FailingStep implements DayCloseStep {

    private volatile LocalDate broken;

    /** Null mends it. */
    public void breakOn(LocalDate day) {
        broken = day;
    }

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public int order() {
        return 1000;
    }

    @Override
    public int run(LocalDate day) {
        if (day.equals(broken)) {
            throw new IllegalStateException("broken for a test");
        }
        return 0;
    }
}
