package vn.coopfund.calendar;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sees to it that there is a business date before the first page asks for one: a page that only reads cannot set it. */
@Component
class FirstDay implements ApplicationRunner {

    private final BusinessDay businessDay;

    FirstDay(BusinessDay businessDay) {
        this.businessDay = businessDay;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        businessDay.today();
    }
}
