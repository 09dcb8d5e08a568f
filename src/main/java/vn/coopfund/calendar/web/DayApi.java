package vn.coopfund.calendar.web;

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
import vn.coopfund.web.Strict;

/** The business date, and its close. */
@RestController
@RequestMapping("/api/v1/days")
class DayApi {

    private final BusinessDay businessDay;
    private final DayBook days;

    DayApi(BusinessDay businessDay, DayBook days) {
        this.businessDay = businessDay;
        this.days = days;
    }

    @Strict
    record Day(LocalDate day) {
    }

    @GetMapping("/current")
    @OpenToSignedIn
    Day current() {
        return new Day(businessDay.today());
    }

    /** Closing is safe to ask for twice, so that it needs no key: a closed day answers what it answered before. */
    @PostMapping("/close")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    ClosedDay close(@RequestBody Day wish) {
        return days.closeThrough(wish.day());
    }
}
