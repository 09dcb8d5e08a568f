package vn.coopfund.risk;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.servicing.ChargeOffReversed;
import vn.coopfund.workflow.Processes;

/** A write-off was taken back: the provisions it had used stand again, and its case is over. */
@Component
class ReturnProvisions {

    private final WriteOffs writeOffs;
    private final ProvisionBook book;
    private final Processes processes;
    private final BusinessDay businessDay;

    ReturnProvisions(WriteOffs writeOffs, ProvisionBook book, Processes processes, BusinessDay businessDay) {
        this.writeOffs = writeOffs;
        this.book = book;
        this.processes = processes;
        this.businessDay = businessDay;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ChargeOffReversed back) {
        Subject loan = Subject.loan(back.loanId());
        LocalDate today = businessDay.today();
        WriteOffs.WriteOff one = writeOffs.approvedOn(loan);
        writeOffs.drop(one, WriteOffs.State.REVERSED, back.why(), today);
        book.move(ProvisionBook.Kind.SPECIFIC, ProvisionBook.Movement.RETURN, one.loanId(), one.specificUsed(), today, back.back());
        book.move(ProvisionBook.Kind.GENERAL, ProvisionBook.Movement.RETURN, one.loanId(), one.generalUsed(), today, back.back());
        processes.tell("Message_ChargeOffReversed", loan);
    }
}
