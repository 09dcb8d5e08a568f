package vn.coopfund.servicing;

import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** The borrower asks for a loan's due dates to be arranged anew (Decree 45/2021/NĐ-CP art. 27), or an officer opens it for him. */
@Act
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
public class AskRestructure {

    static final String PROCESS = "loan-restructuring";
    private static final int LONGEST_WISH = 2000;

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final LongestExtension longest;
    private final Processes processes;
    private final People people;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Notices notices;
    private final BorrowerNotices borrower;

    AskRestructure(LoanDesk desk, RestructureRequests requests, LongestExtension longest, Processes processes, People people,
            BusinessDay businessDay, CaseEvents events, Notices notices, BorrowerNotices borrower) {
        this.desk = desk;
        this.requests = requests;
        this.longest = longest;
        this.processes = processes;
        this.people = people;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.borrower = borrower;
    }

    /** @throws Refusal where one is open already, or the loan owes nothing in the books (409) */
    public RestructureRequest ask(Subject subject, RestructureWish wish) {
        Loan loan = desk.lock(subject);
        loan.requireInBooks();
        refuseWrong(loan, wish);
        boolean byBorrower = Actors.current().is(Role.BORROWER);
        RestructureRequest request = requests.add(loan, wish, byBorrower);
        processes.start(PROCESS, subject);
        events.tell(subject, "servicing.event.restructure-asked", "#" + wish.kind().key(), wish.reason());
        if (byBorrower) {
            List<Long> officers = people.withRole(Role.LOAN_OFFICER).stream().map(Actor::id).toList();
            notices.tell(officers, "/loans/" + loan.id(), "servicing.notice.restructure-asked", loan.number(),
                    "#" + wish.kind().key());
        } else {
            borrower.tell(loan, "servicing.notice.restructure-opened", loan.number(), "#" + wish.kind().key());
        }
        return request;
    }

    private void refuseWrong(Loan loan, RestructureWish wish) {
        boolean dated = wish.kind() == RestructureTerms.Kind.EXTEND && wish.newEnd() != null;
        new Refusal.Problems()
                .addIf(wish.kind() == null, "kind", "servicing.refused.required")
                .addIf(wish.reason() == null, "reason", "servicing.refused.restructure-why-needed")
                .addIf(wish.reason() != null && wish.reason().length() > ProposalDesk.LONGEST, "reason",
                        "servicing.refused.too-long", ProposalDesk.LONGEST)
                .addIf(wish.wish() != null && wish.wish().length() > LONGEST_WISH, "wish", "servicing.refused.too-long", LONGEST_WISH)
                .addIf(dated && !wish.newEnd().isAfter(businessDay.today()), "newEnd", "servicing.refused.not-later",
                        businessDay.today())
                .addIf(dated && wish.newEnd().isAfter(longest.of(loan)), "newEnd", "servicing.refused.extended-too-far",
                        longest.of(loan))
                .refuseIfAny();
    }
}
