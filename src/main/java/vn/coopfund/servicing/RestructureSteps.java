package vn.coopfund.servicing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;

/**
 * What the steps of a restructuring share. Money is always taken: a plan that fits no more is found at the next step,
 * whoever does it, and goes back to the officer with a plain word.
 */
@Component
class RestructureSteps {

    private static final Locale PAPERS = Locale.forLanguageTag("vi");

    private final RestructureRequests requests;
    private final LoanRestructured loanRestructured;
    private final Annexes annexes;
    private final NumberSeries numbers;
    private final Duties duties;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Notices notices;
    private final BorrowerNotices borrower;
    private final Texts texts;

    RestructureSteps(RestructureRequests requests, LoanRestructured loanRestructured, Annexes annexes, NumberSeries numbers,
            Duties duties, BusinessDay businessDay, CaseEvents events, Notices notices, BorrowerNotices borrower, Texts texts) {
        this.requests = requests;
        this.loanRestructured = loanRestructured;
        this.annexes = annexes;
        this.numbers = numbers;
        this.duties = duties;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.borrower = borrower;
        this.texts = texts;
    }

    /** Why the plan fits no more; empty where it does. */
    Optional<Refusal> hindrance(Loan loan, RestructureTerms terms) {
        try {
            loanRestructured.refuseWrong(loan, terms);
            return Optional.empty();
        } catch (Refusal hindered) {
            return Optional.of(hindered);
        }
    }

    /** Whether the plan fitted no more, so that it went back to the officer. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean sentBackUnfit(Loan loan, RestructureRequest request) {
        Optional<Refusal> hindrance = hindrance(loan, request.terms());
        hindrance.ifPresent(hindered -> sendBack(loan, request, "servicing.event.restructure-unfit", words(hindered)));
        return hindrance.isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sendBack(Loan loan, RestructureRequest request, String reason) {
        sendBack(loan, request, "servicing.event.restructure-returned", reason);
    }

    private void sendBack(Loan loan, RestructureRequest request, String event, String reason) {
        requests.sendBack(request);
        events.note(loan.subject(), event, reason);
        if (request.plannedBy() != null) {
            notices.tell(List.of(request.plannedBy()), "/loans/" + loan.id(), "servicing.notice.restructure-returned",
                    loan.number(), reason);
        }
    }

    /** @param minutes of the council, or null where the director decides */
    @Transactional(propagation = Propagation.MANDATORY)
    void approve(Loan loan, RestructureRequest request, String minutes) {
        duties.take(request.own(), Duty.DECIDE_RESTRUCTURE);
        String decision = minutes == null ? numbers.nextWritten("QĐ-QHTX", businessDay.today().getYear()) : minutes;
        requests.approve(request, decision, request.annexNumber() == null ? annexes.nextNumber(businessDay.today()) : null);
        events.tell(loan.subject(), "servicing.event.restructure-approved." + by(minutes), decision, request.terms().lastDueOn());
        borrower.tell(loan, "servicing.notice.restructure-approved", loan.number(), decision);
    }

    /** Refused by the one who decides. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reject(Loan loan, RestructureRequest request, String minutes, String reason) {
        duties.take(request.own(), Duty.DECIDE_RESTRUCTURE);
        requests.reject(request, minutes);
        refuse(loan, request, reason);
    }

    /** Refused on the way, by the officer or the head of lending. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refuse(Loan loan, RestructureRequest request, String reason) {
        requests.end(request, RestructureRequest.State.REFUSED, reason);
        events.tell(loan.subject(), "servicing.event.restructure-refused", reason);
        borrower.tell(loan, "servicing.notice.restructure-refused", loan.number(), reason);
    }

    /** What a paper or the timeline says of it. */
    String words(Refusal hindered) {
        return hindered.reasons().stream().map(reason -> texts.in(PAPERS, reason.code(), reason.args()))
                .collect(Collectors.joining(" "));
    }

    static void refuseSilent(String comment) {
        if (comment == null) {
            throw Refusal.invalid("comment", "servicing.refused.say-why");
        }
    }

    private static String by(String minutes) {
        return minutes == null ? "director" : "council";
    }
}
