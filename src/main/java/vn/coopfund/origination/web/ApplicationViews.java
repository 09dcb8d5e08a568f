package vn.coopfund.origination.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.origination.ApplicationState;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.CashQuarter;
import vn.coopfund.origination.Checklist;
import vn.coopfund.origination.Decisions;
import vn.coopfund.origination.SecurityKind;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** How applications look to programs, and who acts next on them. */
@Component
class ApplicationViews {

    private final Checklist checklist;
    private final Decisions decisions;
    private final CaseEvents events;
    private final Inbox inbox;
    private final Texts texts;

    ApplicationViews(Checklist checklist, Decisions decisions, CaseEvents events, Inbox inbox, Texts texts) {
        this.checklist = checklist;
        this.decisions = decisions;
        this.events = events;
        this.inbox = inbox;
        this.texts = texts;
    }

    record Item(String id, String number, String borrower, String projectName, MonetaryAmount amount,
            ApplicationState state, LocalDate on, String loanId) {
    }

    record PaperItem(String kind, String label, boolean required, boolean received) {
    }

    record Event(Instant at, LocalDate on, String by, String what) {
    }

    record Next(String role, String task, LocalDate dueAt) {
    }

    record Whole(String id, String number, ApplicationState state, String stateName, String borrowerId, boolean walkIn,
            String projectName, String purpose, String sector, MonetaryAmount totalCost, MonetaryAmount ownCapital,
            MonetaryAmount amount, Integer termMonths, Integer monthsBetween, SecurityKind securityKind,
            String securityText, MonetaryAmount securityValue, MonetaryAmount yearlyIncome, MonetaryAmount yearlyCost,
            String cashFlowText, List<CashQuarter> quarters, String missingPapers, String decisionReason,
            LocalDate validUntil, LocalDate createdOn, LocalDate submittedOn, List<PaperItem> checklist,
            List<Event> history, Next next, String loanId) {
    }

    static Item item(Applications.Row row) {
        return new Item(String.valueOf(row.id()), row.number(), row.borrower(), row.projectName(), row.amount(),
                row.state(), row.on(), row.loanId() == null ? null : String.valueOf(row.loanId()));
    }

    Whole whole(ApplicationView view) {
        var content = view.content();
        Subject subject = view.subject();
        return new Whole(String.valueOf(view.id()), view.number(), view.state(), texts.of(view.state().key()),
                String.valueOf(view.borrowerId()), view.walkIn(), content.projectName(), content.purpose(),
                content.sector(), content.totalCost(), content.ownCapital(), content.amount(), content.termMonths(),
                content.monthsBetween(), content.securityKind(), content.securityText(), content.securityValue(),
                content.yearlyIncome(), content.yearlyCost(), content.cashFlowText(), content.quarters(), view.missingPapers(),
                view.decisionReason(), validUntil(view), view.createdOn(), view.submittedOn(),
                checklist.of(view).stream().map(item -> new PaperItem(item.kind(), texts.of(item.label()),
                        item.required(), item.received())).toList(),
                events.of(subject).stream().map(line -> new Event(line.at(), line.on(), line.by(), line.what())).toList(),
                inbox.on(subject).stream().findFirst().map(this::next).orElse(null),
                view.loanId() == null ? null : String.valueOf(view.loanId()));
    }

    /** Of a decision to lend; null without one. */
    private LocalDate validUntil(ApplicationView view) {
        return decisions.of(view.id()).filter(Decisions.Decision::approved).map(Decisions.Decision::validUntil).orElse(null);
    }

    private Next next(OpenTask task) {
        return new Next(task.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")), task.key(),
                task.dueOn());
    }
}
