package vn.coopfund.products;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.WorkingDays;
import vn.coopfund.schedule.ScheduleRequest;
import vn.coopfund.web.Refusal;

/** Works out what a loan would cost, by the fund's own working days; keeps nothing. */
@Component
public class LoanCalculator {

    private final WorkingDays workingDays;

    LoanCalculator(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * The schedule of a request and how its days count.
     *
     * @param known what is wrong already by what the caller saw while reading it, at the request's own fields
     * @throws Refusal naming all of that and everything else that is wrong, one reason an error
     */
    public ScheduleRequest.Answer calculate(ScheduleRequest request, List<Refusal.Reason> known) {
        ScheduleRequest.Answer answer = request.answer(workingDays.holidays().negate()::test);
        List<Refusal.Reason> reasons = new ArrayList<>(known);
        answer.violations().stream()
                .filter(violation -> known.stream().noneMatch(reason -> explains(reason.field(), violation.field())))
                .map(TermsReasons::of).forEach(reasons::add);
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, reasons);
        }
        return answer;
    }

    /** What could not be read is missing further on: in itself, in its parts, in the whole that it is a part of. */
    private static boolean explains(String known, String field) {
        return field.equals(known) || isPart(field, known) || isPart(known, field);
    }

    private static boolean isPart(String part, String whole) {
        return part.startsWith(whole + ".") || part.startsWith(whole + "[");
    }
}
