package vn.coopfund.servicing;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.council.Matter;
import vn.coopfund.web.Texts;

/** What the council decided on a restructuring, in the transaction in which its chair signs the minutes. */
@Component
public class TakeCouncilDecision {

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final RestructureSteps steps;
    private final CouncilMatters matters;
    private final Texts texts;

    TakeCouncilDecision(LoanDesk desk, RestructureRequests requests, RestructureSteps steps, CouncilMatters matters, Texts texts) {
        this.desk = desk;
        this.requests = requests;
        this.steps = steps;
        this.matters = matters;
        this.texts = texts;
    }

    /** Returns what the gateways behind it read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> take(Subject subject) {
        Loan loan = desk.lock(subject);
        RestructureRequest request = requests.at(loan, RestructureRequest.State.DECISION);
        Matter matter = matters.laidFor(RestructureBeforeCouncil.question(request)).orElseThrow();
        boolean returned = matter.approved() && steps.sentBackUnfit(loan, request);
        if (!matter.approved()) {
            steps.reject(loan, request, matter.minutes(), reasons(matter));
        } else if (!returned) {
            steps.approve(loan, request, matter.minutes());
        }
        return Map.of("approved", matter.approved(), "returned", returned);
    }

    /** The minutes, and what those who voted gave as their reasons; why somebody stepped aside is nothing for the borrower. */
    private String reasons(Matter matter) {
        return Stream.concat(Stream.of(texts.in(Locale.forLanguageTag("vi"), "servicing.restructure.refused-by-council",
                        matter.minutes())), matters.seats(matter).stream().filter(CouncilMatters.Seat::hasBallot)
                .map(CouncilMatters.Seat::reason).filter(reason -> reason != null && !reason.isBlank()))
                .collect(Collectors.joining("; "));
    }
}
