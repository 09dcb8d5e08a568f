package vn.coopfund.reporting.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.notices.Notices;
import vn.coopfund.origination.Applications;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.NextStep;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.NextSteps;

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
    private final NextSteps nextSteps;

    HomeController(Applications applications, Loans loans, Borrowers borrowers, Inbox inbox, Notices notices,
            NextSteps nextSteps) {
        this.applications = applications;
        this.loans = loans;
        this.borrowers = borrowers;
        this.inbox = inbox;
        this.notices = notices;
        this.nextSteps = nextSteps;
    }

    @GetMapping("/home")
    String home(Model model) {
        Actor actor = Actors.current();
        if (actor.isAny(Role.ALLIANCE_VIEWER, Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.CONTROLLER)) {
            return "redirect:/overview";
        }
        if (actor.is(Role.ADMINISTRATOR)) {
            return "redirect:/people";
        }
        return actor.is(Role.BORROWER) ? borrowersHome(actor, model) : "redirect:/inbox";
    }

    private String borrowersHome(Actor actor, Model model) {
        model.addAttribute("borrower", borrowers.ofSignIn(actor).orElse(null));
        List<Applications.Row> own = applications.list(null, null,
                SortBy.of(null, "-on", Applications.COLUMNS), LATEST).items();
        List<Loans.Row> signed = loansIn(LoanState.CONTRACT_SIGNED);
        model.addAttribute("applications", own);
        model.addAttribute("nextOfApplication", nextOf(own.stream().filter(row -> row.loanId() == null)
                .map(Applications.Row::id), Subject::application));
        model.addAttribute("signed", signed);
        model.addAttribute("nextOfLoan", nextOf(signed.stream().map(Loans.Row::id), Subject::loan));
        model.addAttribute("loans", Stream.concat(loansIn(LoanState.ACCELERATED).stream(), loansIn(LoanState.ACTIVE).stream()).map(row -> loans.file(row.id())).toList());
        model.addAttribute("tasks", inbox.mine(LATEST).items());
        model.addAttribute("notices", notices.mine(FEW));
        return "reporting/home";
    }

    private List<Loans.Row> loansIn(LoanState state) {
        return loans.list(new Loans.Filter(state, null, false), SortBy.of(null, "nextDue", Loans.COLUMNS), LATEST)
                .page().items();
    }

    /** Who acts next, by id; where nobody does there is no entry. */
    private Map<Long, NextStep> nextOf(Stream<Long> ids, LongFunction<Subject> subject) {
        Map<Long, NextStep> next = new HashMap<>();
        ids.forEach(id -> Optional.ofNullable(nextSteps.of(subject.apply(id))).ifPresent(step -> next.put(id, step)));
        return next;
    }
}
