package vn.coopfund.risk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Refusal;

/** Whether a debt may be written off on a ground, when it is asked and again when it is decided. */
@Component
class WriteOffGrounds {

    private static final int WORST = 5;

    private final Loans loans;
    private final WriteOffs writeOffs;
    private final BusinessDay businessDay;

    WriteOffGrounds(Loans loans, WriteOffs writeOffs, BusinessDay businessDay) {
        this.loans = loans;
        this.writeOffs = writeOffs;
        this.businessDay = businessDay;
    }

    /** @throws Refusal saying why it may not, as things are today */
    void refuseGone(Subject subject, WriteOffs.Kind kind, WriteOffs.Ground ground) {
        LoanFile loan = loans.file(subject.id());
        Set<LoanState> asked = kind == WriteOffs.Kind.FINAL ? EnumSet.of(LoanState.CHARGED_OFF)
                : EnumSet.of(LoanState.ACTIVE, LoanState.ACCELERATED);
        if (!asked.contains(loan.loan().state())) {
            throw Refusal.conflict("risk.refused.state", loan.loan().number(), "#" + loan.loan().state().key());
        }
        if (kind == WriteOffs.Kind.CHARGE_OFF && loan.position().principalOutstanding() == 0) {
            throw Refusal.conflict("risk.refused.nothing-owed", loan.loan().number(), businessDay.today());
        }
        if (ground == WriteOffs.Ground.GROUP_5 && loan.officialGroup() < WORST) {
            throw Refusal.invalid("ground", "risk.refused.not-group-5", loan.officialGroup());
        }
        if (kind == WriteOffs.Kind.FINAL) {
            refuseEarly(subject);
        }
    }

    /** Why it could not be carried out today; empty where it could, or waits no more. */
    @Transactional(readOnly = true)
    Optional<Refusal> gone(WriteOffs.WriteOff one) {
        try {
            if (one.isPending()) {
                refuseGone(one.subject(), one.kind(), one.ground());
            }
            return Optional.empty();
        } catch (Refusal gone) {
            return Optional.of(gone);
        }
    }

    private void refuseEarly(Subject subject) {
        WriteOffs.Pursued debt = writeOffs.pursuedOn(subject);
        if (businessDay.today().isBefore(debt.finalFrom())) {
            throw Refusal.conflict("risk.refused.five-years", debt.finalFrom());
        }
    }
}
