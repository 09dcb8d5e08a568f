package vn.coopfund.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.ClosedDay;
import vn.coopfund.calendar.DayBook;
import vn.coopfund.web.MayHaveKey;
import vn.coopfund.web.Once;
import vn.coopfund.web.Strict;

/** The business date, and its close. */
@RestController
@RequestMapping("/api/v1/days")
class DayApi {

    private final BusinessDay businessDay;
    private final DayBook days;
    private final Once once;

    DayApi(BusinessDay businessDay, DayBook days, Once once) {
        this.businessDay = businessDay;
        this.days = days;
        this.once = once;
    }

    @Strict
    record Day(LocalDate day) {
    }

    @GetMapping("/current")
    @OpenToSignedIn
    Day current() {
        return new Day(businessDay.today());
    }

    /** Closing is safe to ask for twice, so that it needs no key: a closed day answers what it answered before. A key counts. */
    @PostMapping("/close")
    @MayHaveKey
    @Allowed(Role.CHIEF_ACCOUNTANT)
    ClosedDay close(@RequestBody Day wish, HttpServletRequest request) {
        return once.callRepeatable(request, wish, ClosedDay.class, () -> days.closeThrough(wish.day()));
    }
}
