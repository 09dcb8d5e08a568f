package vn.coopfund.notices;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Puts a mail that stands still back among those that wait; one that was sent stays sent. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class SendMailAgain {

    private final MailOutbox outbox;

    SendMailAgain(MailOutbox outbox) {
        this.outbox = outbox;
    }

    public void sendAgain(long id) {
        if (!outbox.settle(id, MailOutbox.State.WAITING)) {
            throw Refusal.conflict("notices.mail.settled");
        }
        AuditDetail.note("#" + id);
    }
}
