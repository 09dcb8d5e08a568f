package vn.coopfund.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes to the audit log that somebody tried both sides of a transaction, after the attempt itself was rolled back. */
@Component
class KeepRefusedDuties {

    private final AuditLog auditLog;

    KeepRefusedDuties(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keep(DutyRefused refused) {
        auditLog.record(refused.actor(), "DutyRefused", refused.subject(), refused.held() + " → " + refused.wanted());
    }
}
