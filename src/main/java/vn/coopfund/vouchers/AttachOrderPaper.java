package vn.coopfund.vouchers;

import java.io.InputStream;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.web.Refusal;

/** Puts the paper behind an order into its file: the decision, the invoice, the bank's advice. */
@Act
@Allowed(Role.ACCOUNTANT)
public class AttachOrderPaper {

    /** The owner's word for what the paper is. */
    static final String KIND = "BASIS";

    private final MoneyOrders orders;
    private final Attachments attachments;

    AttachOrderPaper(MoneyOrders orders, Attachments attachments) {
        this.orders = orders;
        this.attachments = attachments;
    }

    public Attachment attach(Subject subject, String filename, InputStream content) {
        if (!orders.lock(subject.id()).state().isOpen()) {
            throw Refusal.conflict("vouchers.refused.settled");
        }
        return attachments.store(subject, KIND, filename, content);
    }
}
