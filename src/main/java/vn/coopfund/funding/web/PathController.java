package vn.coopfund.funding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.funding.CapitalPath;
import vn.coopfund.funding.CapitalSource;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.funding.Term;
import vn.coopfund.funding.Terms;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Chart;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Texts;

/** The way to the target of charter capital, month by month and source by source. */
@Controller
@RequestMapping("/funding")
@ReadsCapital
class PathController {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final CapitalPath path;
    private final CapitalSources sources;
    private final Terms terms;
    private final Texts texts;

    PathController(CapitalPath path, CapitalSources sources, Terms terms, Texts texts) {
        this.path = path;
        this.sources = sources;
        this.terms = terms;
        this.texts = texts;
    }

    @GetMapping("/path")
    String path(@RequestParam(required = false) String term, Locale locale, Model model) {
        Term shown = terms.named(term);
        List<CapitalPath.Month> months = path.of(shown);
        model.addAttribute("term", shown);
        model.addAttribute("terms", terms.all().stream().map(each -> new Choice(each.name(), each.name())).toList());
        model.addAttribute("last", months.isEmpty() ? null : months.get(months.size() - 1));
        model.addAttribute("months", months);
        model.addAttribute("sources", shown(months, false));
        model.addAttribute("chart", chart(shown, months, locale));
        return "funding/path";
    }

    @GetMapping("/path.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) String term, Locale locale,
            HttpServletResponse response) {
        Term shown = terms.named(term);
        List<CapitalPath.Month> months = path.of(shown);
        List<CapitalSource> columns = shown(months, false);
        List<String> heads = Stream.of(Stream.of(texts.of("funding.path.month")), columns.stream().map(one -> one.name(locale)),
                Stream.of(texts.of("funding.capital.charter"), texts.of("funding.path.missing"))).flatMap(one -> one).toList();
        Export.of(file).download(response, "lo-trinh-von", heads, rows -> months.forEach(month -> {
            List<Object> cells = new ArrayList<>();
            cells.add(month.on());
            columns.forEach(source -> cells.add(month.bySource().getOrDefault(source.id(), 0L)));
            cells.add(month.charter());
            cells.add(month.missing());
            rows.add(cells.toArray());
        }));
    }

    private Chart chart(Term term, List<CapitalPath.Month> months, Locale locale) {
        Chart chart = Chart.bars(months.stream().map(month -> MONTH.format(month.on())).toList()).amounts();
        for (CapitalSource source : shown(months, true)) {
            chart = chart.series(source.name(locale),
                    months.stream().map(month -> month.bySource().getOrDefault(source.id(), 0L)).toList());
        }
        return chart.line(texts.of("funding.capital.charter"), months.stream().map(CapitalPath.Month::charter).toList())
                .line(texts.of("funding.path.target"), Collections.nCopies(months.size(), Dong.longOf(term.capitalTarget())));
    }

    /** The sources on which something stood in these months; those of charter capital alone, or all. */
    private List<CapitalSource> shown(List<CapitalPath.Month> months, boolean charter) {
        return sources.all().stream().filter(source -> !charter || source.countsAsCharterCapital())
                .filter(source -> months.stream().anyMatch(month -> month.bySource().getOrDefault(source.id(), 0L) != 0)).toList();
    }
}
