package vn.coopfund.risk;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.notices.Notices;
import vn.coopfund.workflow.CaseSubjects;

/** Tells the people who sign in for a loan's borrower. */
@Component
class BorrowersToTell {

    private final ObjectProvider<CaseSubjects> subjects;
    private final Notices notices;

    BorrowersToTell(ObjectProvider<CaseSubjects> subjects, Notices notices) {
        this.subjects = subjects;
        this.notices = notices;
    }

    void tell(Subject loan, String code, Object... args) {
        CaseSubjects owner = subjects.stream().filter(one -> one.concerns(loan.type())).findFirst().orElseThrow();
        notices.tell(owner.signInsOf(loan.id()), owner.path(loan.id()), code, args);
    }
}
