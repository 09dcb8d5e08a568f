package vn.coopfund.reporting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.Term;
import vn.coopfund.money.Dong;
import vn.coopfund.reporting.ProgressRegister;
import vn.coopfund.web.Chart;
import vn.coopfund.web.Texts;

/** The two pictures of the progress page, year by year of a term. */
@Component
class ProgressCharts {

    private final ProgressRegister register;
    private final Capital capital;
    private final BusinessDay businessDay;
    private final Texts texts;

    ProgressCharts(ProgressRegister register, Capital capital, BusinessDay businessDay, Texts texts) {
        this.register = register;
        this.capital = capital;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** Projects of each year, all of them since the term began, and the target. */
    Chart projects(Term term) {
        Map<Integer, Long> counted = register.projectsByYear(term);
        List<Integer> years = years(term, term.to());
        List<Long> each = years.stream().map(year -> counted.getOrDefault(year, 0L)).toList();
        List<Long> together = new ArrayList<>();
        each.forEach(count -> together.add(count + (together.isEmpty() ? 0 : together.get(together.size() - 1))));
        return Chart.bars(labels(years)).series(texts.of("reporting.progress.of-year"), each)
                .series(texts.of("reporting.progress.together"), together)
                .line(texts.of("reporting.progress.target"), Collections.nCopies(years.size(), term.projectsTarget()));
    }

    /** Charter capital at the end of each year that has begun, and the target. */
    Chart capital(Term term) {
        LocalDate today = businessDay.today();
        List<Integer> years = years(term, today.isBefore(term.to()) ? today : term.to());
        List<Long> reached = years.stream().map(year -> LocalDate.of(year, 12, 31))
                .map(end -> end.isAfter(term.to()) ? term.to() : end)
                .map(end -> Dong.longOf(capital.charterCapital(end.isAfter(today) ? today : end))).toList();
        return Chart.bars(labels(years)).amounts().series(texts.of("reporting.progress.charter-capital"), reached)
                .line(texts.of("reporting.progress.target"),
                        Collections.nCopies(years.size(), Dong.longOf(term.capitalTarget())));
    }

    private static List<Integer> years(Term term, LocalDate until) {
        return IntStream.rangeClosed(term.from().getYear(), Math.max(term.from().getYear(), until.getYear())).boxed().toList();
    }

    private static List<String> labels(List<Integer> years) {
        return years.stream().map(String::valueOf).toList();
    }
}
