package vn.coopfund.reporting.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.notices.Notices;
import vn.coopfund.origination.Applications;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.workflow.Inbox;

/** Where people begin: a cooperative sees its applications, what to pay and what to do; the fund its work. */
@Controller
@OpenToSignedIn
class HomeController {

    private static final int FEW = 5;
    private static final PageOf.Wish LATEST = new PageOf.Wish(0, 20);

    private final Applications applications;
    private final Loans loans;
    private final Borrowers borrowers;
    private final Inbox inbox;
    private final Notices notices;

    HomeController(Applications applications, Loans loans, Borrowers borrowers, Inbox inbox, Notices notices) {
        this.applications = applications;
        this.loans = loans;
        this.borrowers = borrowers;
        this.inbox = inbox;
        this.notices = notices;
    }

    @GetMapping("/home")
    String home(Model model) {
        Actor actor = Actors.current();
        if (actor.is(Role.ALLIANCE_VIEWER)) {
            return "redirect:/progress";
        }
        if (actor.is(Role.ADMINISTRATOR)) {
            return "redirect:/cooperatives";
        }
        return actor.is(Role.BORROWER) ? borrowersHome(actor, model) : actor.is(Role.CONTROLLER)
                ? "redirect:/applications" : "redirect:/inbox";
    }

    private String borrowersHome(Actor actor, Model model) {
        model.addAttribute("borrower", borrowers.ofSignIn(actor).orElse(null));
        model.addAttribute("applications", applications.list(null, null,
                SortBy.of(null, "-on", Applications.COLUMNS), LATEST).items());
        model.addAttribute("loans", running());
        model.addAttribute("tasks", inbox.mine(LATEST).items());
        model.addAttribute("notices", notices.mine(FEW));
        return "reporting/home";
    }

    private List<LoanFile> running() {
        return loans.list(new Loans.Filter(LoanState.ACTIVE, null, false),
                SortBy.of(null, "nextDue", Loans.COLUMNS), LATEST).page().items().stream()
                .map(row -> loans.file(row.id())).toList();
    }
}
