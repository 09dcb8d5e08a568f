package vn.coopfund.origination;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.ConsentPurpose;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.cooperatives.RecordConsent;
import vn.coopfund.cooperatives.RegisterBorrower;
import vn.coopfund.documents.Files;
import vn.coopfund.funding.ConfirmContribution;
import vn.coopfund.funding.NewContribution;
import vn.coopfund.funding.ProposeContribution;
import vn.coopfund.funding.Capital;
import vn.coopfund.money.Dong;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** Applications for tests, brought along through the real acts and tasks by people in their roles. */
@Component
public class Cases {

    private final Staff staff;
    private final RegisterBorrower registerBorrower;
    private final RecordConsent recordConsent;
    private final LinkSignIn linkSignIn;
    private final DraftApplication draftApplication;
    private final AttachPaper attachPaper;
    private final SubmitApplication submitApplication;
    private final Checklist checklist;
    private final ProposeContribution proposeContribution;
    private final ConfirmContribution confirmContribution;
    private final Capital capital;
    private final BusinessDay businessDay;
    private final Inbox inbox;
    private final CompleteTask completeTask;

    Cases(People people, RegisterBorrower registerBorrower, RecordConsent recordConsent, LinkSignIn linkSignIn,
            DraftApplication draftApplication, AttachPaper attachPaper, SubmitApplication submitApplication,
            Checklist checklist, ProposeContribution proposeContribution, ConfirmContribution confirmContribution,
            Capital capital, BusinessDay businessDay, Inbox inbox, CompleteTask completeTask) {
        this.staff = new Staff(people);
        this.registerBorrower = registerBorrower;
        this.recordConsent = recordConsent;
        this.linkSignIn = linkSignIn;
        this.draftApplication = draftApplication;
        this.attachPaper = attachPaper;
        this.submitApplication = submitApplication;
        this.checklist = checklist;
        this.proposeContribution = proposeContribution;
        this.confirmContribution = confirmContribution;
        this.capital = capital;
        this.businessDay = businessDay;
        this.inbox = inbox;
        this.completeTask = completeTask;
    }

    public Staff staff() {
        return staff;
    }

    /** A cooperative with profile, consent and a sign-in of its own, at a fund with capital. */
    public Actor cooperative(String username) {
        ensureCapital();
        Actor signIn = staff.named(username, Role.BORROWER);
        BorrowerView borrower = staff.as(Role.LOAN_OFFICER, () -> {
            BorrowerView opened = registerBorrower.register(BorrowerKind.COOPERATIVE,
                    BorrowerFixture.cooperative("HTX " + username));
            return recordConsent.record(opened.id(), ConsentPurpose.allNeeded(), businessDay.today());
        });
        staff.as(Role.ADMINISTRATOR, () -> linkSignIn.link(borrower.id(), username));
        return signIn;
    }

    /** Charter capital of at least 20 billion, so that the limits leave room. */
    private void ensureCapital() {
        if (capital.actualCharterCapital(businessDay.today()).isGreaterThanOrEqualTo(Dong.of(20_000_000_000L))) {
            return;
        }
        long id = staff.as(Role.ACCOUNTANT, () -> proposeContribution.propose(new NewContribution("PROVINCIAL_BUDGET",
                Dong.of(24_000_000_000L), businessDay.today(), "QĐ 01/QĐ-UBND ngày 02/01/2020")).id());
        staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmContribution.confirm(id));
    }

    public static ApplicationContent secured(long amount) {
        return content(amount, SecurityKind.MORTGAGE);
    }

    public static ApplicationContent content(long amount, SecurityKind security) {
        return new ApplicationContent("Nhà sơ chế vải thiều", "Xây nhà sơ chế, mua máy phân loại", "Trồng cây ăn quả",
                Dong.of(2 * amount), Dong.of(amount), Dong.of(amount), 24, 3, security, security.isSecured() ? "Quyền sử dụng 1.200 m² đất" : null,
                security.isSecured() ? Dong.of(2 * amount) : null, null, null, null);
    }

    /** A draft with all its papers. */
    public ApplicationView drafted(Actor cooperative, ApplicationContent content) {
        return Actors.as(cooperative, () -> {
            ApplicationView draft = draftApplication.draft(null, content);
            checklist.missing(draft).forEach(item -> attachPaper.attach(draft.subject(), item.kind(),
                    item.kind() + ".pdf", new ByteArrayInputStream(Files.pdf())));
            return draft;
        });
    }

    public Subject submitted(Actor cooperative, ApplicationContent content) {
        ApplicationView draft = drafted(cooperative, content);
        return Actors.as(cooperative, () -> submitApplication.submit(draft.subject())).subject();
    }

    /** Checked, appraised and reviewed. */
    public Subject beforeDecision(Actor cooperative, ApplicationContent content) {
        Subject subject = submitted(cooperative, content);
        complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        return subject;
    }

    public Subject approved(Actor cooperative, ApplicationContent content) {
        Subject subject = beforeDecision(cooperative, content);
        complete(subject, "Task_DecideApplication", Role.DIRECTOR, Map.of("outcome", "APPROVED"));
        return subject;
    }

    /** The three members of the council, the chair first. */
    public List<Actor> council() {
        return List.of(staff.named("hoidong1", Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR),
                staff.named("hoidong2", Role.COUNCIL_MEMBER), staff.named("hoidong3", Role.COUNCIL_MEMBER));
    }

    /** The council is called in writing; its members vote alike until that settles it, and the chair signs the minutes. */
    public void councilVotes(Subject subject, String vote) {
        complete(subject, "Task_CallCouncil", Role.HEAD_OF_LENDING, Map.of());
        for (OpenTask ballot : inbox.on(subject)) {
            if (inbox.on(subject).stream().anyMatch(task -> task.id().equals(ballot.id()))) {
                Actors.as(staff.byId(ballot.forPerson()), () -> completeTask.complete(ballot.id(),
                        Map.of("outcome", vote, "comment", "Rủi ro cao")));
            }
        }
        complete(subject, "Task_SignMinutes", council().get(0), Map.of());
    }

    public OpenTask complete(Subject subject, String taskKey, Role role, Map<String, ?> input) {
        return complete(subject, taskKey, staff.with(role), input);
    }

    public OpenTask complete(Subject subject, String taskKey, Actor actor, Map<String, ?> input) {
        return Actors.as(actor, () -> completeTask.complete(task(subject, taskKey).id(), input));
    }

    /** The same where several of the kind are open, as votes are. */
    public OpenTask complete(OpenTask task, Actor actor, Map<String, ?> input) {
        return Actors.as(actor, () -> completeTask.complete(task.id(), input));
    }

    public List<String> openTasks(Subject subject) {
        return inbox.on(subject).stream().map(OpenTask::key).toList();
    }

    public OpenTask task(Subject subject, String taskKey) {
        return inbox.on(subject).stream().filter(task -> task.key().equals(taskKey)).findFirst()
                .orElseThrow(() -> new AssertionError(taskKey + " is not open, but " + inbox.on(subject)));
    }
}
