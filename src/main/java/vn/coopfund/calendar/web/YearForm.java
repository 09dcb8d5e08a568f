package vn.coopfund.calendar.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import vn.coopfund.calendar.CalendarDay;
import vn.coopfund.calendar.YearDraft;

/** A year's calendar as the administrator types it, and why one is declined. */
public class YearForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Integer year;
    private String paper;
    private String off;
    private String worked;
    private String reason;

    void fill(List<CalendarDay> days) {
        off = lines(days, false);
        worked = lines(days, true);
    }

    private static String lines(List<CalendarDay> days, boolean working) {
        return days.stream().filter(day -> day.working() == working)
                .map(day -> DAY.format(day.day()) + " " + day.name()).collect(Collectors.joining("\n"));
    }

    YearDraft draft() {
        return new YearDraft(year == null ? 0 : year, paper, off, worked);
    }

    public Integer getYear() {
        return year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }

    public String getPaper() {
        return paper;
    }

    public void setPaper(String paper) {
        this.paper = paper;
    }

    public String getOff() {
        return off;
    }

    public void setOff(String off) {
        this.off = off;
    }

    public String getWorked() {
        return worked;
    }

    public void setWorked(String worked) {
        this.worked = worked;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
