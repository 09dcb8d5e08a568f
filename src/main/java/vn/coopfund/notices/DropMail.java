package vn.coopfund.notices;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Gives up a mail that could not be sent; what it tells stays among the person's notices. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class DropMail {

    private final MailOutbox outbox;

    DropMail(MailOutbox outbox) {
        this.outbox = outbox;
    }

    public void drop(long id) {
        if (!outbox.settle(id, MailOutbox.State.DROPPED)) {
            throw Refusal.conflict("notices.mail.settled");
        }
        AuditDetail.note("#" + id);
    }
}
