package vn.coopfund.reporting;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.DayCloseStep;

/** Removes files made in the background that nobody has to keep any more. */
@Component
class DropOldExports implements DayCloseStep {

    private final ExportJobs jobs;

    DropOldExports(ExportJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "exportsDropped";
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return day.isBefore(through);
    }

    @Override
    public int run(LocalDate day) {
        return jobs.dropOld(day);
    }
}
