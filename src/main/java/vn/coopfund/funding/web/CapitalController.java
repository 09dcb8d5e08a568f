package vn.coopfund.funding.web;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.funding.Contributions;
import vn.coopfund.funding.Exposures;
import vn.coopfund.funding.LendableMoney;

/** The two capitals side by side, the sources behind them, and every contribution with its paper. */
@Controller
@RequestMapping("/funding")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR})
class CapitalController {

    private final Capital capital;
    private final CapitalSources sources;
    private final Contributions contributions;
    private final LendableMoney money;
    private final Exposures exposures;
    private final BusinessDay businessDay;

    CapitalController(Capital capital, CapitalSources sources, Contributions contributions, LendableMoney money,
            Exposures exposures, BusinessDay businessDay) {
        this.capital = capital;
        this.sources = sources;
        this.contributions = contributions;
        this.money = money;
        this.exposures = exposures;
        this.businessDay = businessDay;
    }

    @GetMapping
    String start() {
        return "redirect:/funding/capital";
    }

    @GetMapping("/capital")
    String capital(Model model) {
        LocalDate today = businessDay.today();
        model.addAttribute("today", today);
        model.addAttribute("charter", capital.charterCapital(today));
        model.addAttribute("result", capital.undistributedResult(today));
        model.addAttribute("actual", capital.actualCharterCapital(today));
        model.addAttribute("sources", sources.all());
        model.addAttribute("standing", capital.bySource(today));
        model.addAttribute("atHand", money.atHand());
        model.addAttribute("reserved", exposures.reserved());
        model.addAttribute("free", money.freeToLend());
        model.addAttribute("contributions", contributions.all());
        model.addAttribute("mayPropose", Actors.current().is(Role.ACCOUNTANT));
        return "funding/capital";
    }
}
