package vn.coopfund.calendar;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whether a day is being closed right now: what its steps do nobody does by hand, whoever had it closed. */
@Component
public class Closing {

    private final ThreadLocal<Boolean> now = ThreadLocal.withInitial(() -> false);

    public boolean isNow() {
        return now.get();
    }

    <T> T during(Supplier<T> steps) {
        now.set(true);
        try {
            return steps.get();
        } finally {
            now.remove();
        }
    }
}
