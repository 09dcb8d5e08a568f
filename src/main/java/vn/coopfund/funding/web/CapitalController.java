package vn.coopfund.funding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.funding.Contribution;
import vn.coopfund.funding.Contributions;
import vn.coopfund.funding.Exposures;
import vn.coopfund.funding.LendableMoney;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** The two capitals side by side, the sources behind them, and every contribution with its paper. */
@Controller
@RequestMapping("/funding")
@ReadsCapital
class CapitalController {

    private static final List<String> HEADS = List.of("funding.contribution.day", "funding.contribution.source.label",
            "funding.contribution.decision.label", "funding.contribution.state", "funding.contribution.amount.label");

    private final Capital capital;
    private final CapitalSources sources;
    private final Contributions contributions;
    private final LendableMoney money;
    private final Exposures exposures;
    private final BusinessDay businessDay;
    private final Texts texts;

    CapitalController(Capital capital, CapitalSources sources, Contributions contributions, LendableMoney money,
            Exposures exposures, BusinessDay businessDay, Texts texts) {
        this.capital = capital;
        this.sources = sources;
        this.contributions = contributions;
        this.money = money;
        this.exposures = exposures;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    @GetMapping
    String start() {
        return "redirect:/funding/capital";
    }

    @GetMapping("/capital")
    String capital(@RequestParam(required = false) Contribution.State state,
            @RequestParam(required = false) String sort, Model model) {
        SortBy order = SortBy.of(sort, "day", Contributions.COLUMNS);
        LocalDate today = businessDay.today();
        model.addAttribute("today", today);
        model.addAttribute("charter", capital.charterCapital(today));
        model.addAttribute("result", capital.undistributedResult(today));
        model.addAttribute("actual", capital.actualCharterCapital(today));
        model.addAttribute("sources", sources.dated());
        model.addAttribute("total", capital.bySource(today).values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("standing", capital.bySource(today));
        model.addAttribute("atHand", money.atHand());
        model.addAttribute("reserved", exposures.reserved());
        model.addAttribute("free", money.freeToLend());
        List<Contribution> listed = contributions.list(state, order);
        model.addAttribute("contributions", listed);
        model.addAttribute("contributed", listed.stream().filter(one -> one.state() != Contribution.State.DECLINED)
                .map(Contribution::amount).mapToLong(Dong::longOf).sum());
        model.addAttribute("sorted", order.wish());
        model.addAttribute("states", Arrays.stream(Contribution.State.values())
                .map(one -> new Choice(one.name(), texts.of("funding.state." + one))).toList());
        model.addAttribute("mayPropose", Actors.current().is(Role.ACCOUNTANT));
        return "funding/capital";
    }

    @GetMapping("/contributions/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) Contribution.State state,
            @RequestParam(required = false) String sort, Locale locale, HttpServletResponse response) {
        List<Contribution> lines = contributions.list(state, SortBy.of(sort, "day", Contributions.COLUMNS));
        Export.of(file).download(response, "gop-von", HEADS.stream().map(texts::of).toList(),
                rows -> lines.forEach(one -> rows.add(one.valueDate(), one.source().name(locale), one.decision(),
                        texts.of("funding.state." + one.state()), one.amount())));
    }
}
