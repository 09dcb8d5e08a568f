package vn.coopfund.workflow;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/**
 * Says something about a case to colleagues, and where wished to its borrower. Who holds a task of the case is told, and
 * the borrower of what is meant for it.
 */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
public class CommentOnCase {

    private static final int LONGEST = 2000;

    private final CaseComments comments;
    private final CasePaths paths;
    private final Inbox inbox;
    private final Notices notices;

    CommentOnCase(CaseComments comments, CasePaths paths, Inbox inbox, Notices notices) {
        this.comments = comments;
        this.paths = paths;
        this.inbox = inbox;
        this.notices = notices;
    }

    public void comment(Subject subject, String words, boolean forBorrower) {
        String title = paths.title(subject);
        String said = words == null ? "" : words.strip();
        new Refusal.Problems().addIf(title.isEmpty(), null, "web.not-found")
                .addIf(said.isEmpty() || said.length() > LONGEST, "words", "workflow.comment.words", LONGEST).refuseIfAny();
        comments.add(subject, said, forBorrower);
        AuditDetail.note(forBorrower ? "FOR_BORROWER" : "FOR_STAFF");
        Set<Long> told = new TreeSet<>(holders(subject));
        if (forBorrower) {
            told.addAll(paths.signInsOf(subject));
        }
        told.remove(Actors.current().id());
        notices.tell(told, paths.of(subject), "workflow.notice.comment", Actors.current().displayName(), title);
    }

    private Collection<Long> holders(Subject subject) {
        return inbox.on(subject).stream().map(OpenTask::assigneeId).filter(Objects::nonNull).toList();
    }
}
