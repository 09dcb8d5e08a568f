package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.AttachPaper;
import vn.coopfund.origination.Checklist;
import vn.coopfund.origination.DraftApplication;
import vn.coopfund.origination.SubmitApplication;
import vn.coopfund.origination.WithdrawApplication;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** Takes the steps of a case as people take them on pages: writes, attaches, submits, completes tasks. */
@Component
class Walker {

    private static final String SIGNED_CONTRACT = "SIGNED_CONTRACT";

    private final Cast cast;
    private final Chapters chapters;
    private final BorrowerChapters borrowers;
    private final Papers papers;
    private final Applications applications;
    private final Checklist checklist;
    private final DraftApplication draftApplication;
    private final AttachPaper attachPaper;
    private final SubmitApplication submitApplication;
    private final WithdrawApplication withdrawApplication;
    private final Inbox inbox;
    private final CompleteTask completeTask;

    Walker(Cast cast, Chapters chapters, BorrowerChapters borrowers, Papers papers, Applications applications,
            Checklist checklist, DraftApplication draftApplication, AttachPaper attachPaper,
            SubmitApplication submitApplication, WithdrawApplication withdrawApplication, Inbox inbox,
            CompleteTask completeTask) {
        this.cast = cast;
        this.chapters = chapters;
        this.borrowers = borrowers;
        this.papers = papers;
        this.applications = applications;
        this.checklist = checklist;
        this.draftApplication = draftApplication;
        this.attachPaper = attachPaper;
        this.submitApplication = submitApplication;
        this.withdrawApplication = withdrawApplication;
        this.inbox = inbox;
        this.completeTask = completeTask;
    }

    /** Takes one step; returns the id of the application. {@code disbursement} is the day the contract plans. */
    Long take(DemoCase demoCase, Step step, LocalDate disbursement) {
        String who = step.who() == null ? writer(demoCase) : step.who();
        return switch (step.name()) {
            case "DRAFT" -> cast.as(who, () -> draft(demoCase, who)).id();
            case "SUBMIT" -> cast.as(who, () -> submit(application(demoCase))).id();
            case "SCAN" -> cast.as(who, () -> attach(application(demoCase), SIGNED_CONTRACT));
            case "WITHDRAW" -> cast.as(who, () -> withdrawApplication.withdraw(application(demoCase).subject(),
                    demoCase.content().purpose())).id();
            default -> cast.as(who, () -> complete(application(demoCase), step, disbursement));
        };
    }

    /** The application of a case; its loan is named there once the contract is signed. */
    ApplicationView application(DemoCase demoCase) {
        return applications.byId(chapters.made(demoCase.chapter("DRAFT")).orElseThrow());
    }

    private String writer(DemoCase demoCase) {
        return Cast.Member.ofBorrower(demoCase.borrower()).map(Cast.Member::username).orElse("tindung");
    }

    private ApplicationView draft(DemoCase demoCase, String who) {
        boolean walkIn = who.equals("tindung");
        return draftApplication.draft(walkIn ? borrowers.idOf(demoCase.borrower()) : null, demoCase.content());
    }

    private ApplicationView submit(ApplicationView application) {
        checklist.missing(application).forEach(item -> attach(application, item.kind()));
        return submitApplication.submit(application.subject());
    }

    private Long attach(ApplicationView application, String kind) {
        attachPaper.attach(application.subject(), kind, papers.nameOf("origination.paper." + kind),
                papers.of("origination.paper." + kind));
        return application.id();
    }

    private Long complete(ApplicationView application, Step step, LocalDate disbursement) {
        Subject subject = application.loanId() == null ? application.subject() : Subject.loan(application.loanId());
        complete(subject, step.task(), fields(step, disbursement));
        return application.id();
    }

    /** The actor's own task of this kind. */
    void complete(Subject subject, String key, Map<String, String> fields) {
        OpenTask task = inbox.mineOn(subject).stream().filter(open -> open.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalStateException(key + " of " + subject + " is not asked for, but "
                        + inbox.on(subject)));
        completeTask.complete(task.id(), fields);
    }

    private Map<String, String> fields(Step step, LocalDate disbursement) {
        return step.fields().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                field -> switch (field.getValue()) {
                    case "@tindung" -> String.valueOf(cast.named("tindung").id());
                    case "@disbursement" -> disbursement.toString();
                    default -> field.getValue();
                }));
    }
}
