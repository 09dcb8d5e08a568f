package vn.coopfund.origination;

import java.time.LocalDate;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * An application as others may see it.
 *
 * @param number        the receipt number, from submission on
 * @param walkIn        entered by the fund for somebody who brought the paper
 * @param step          the furthest step of the form reached, from 1
 * @param missingPapers what the fund asks for while the file is back with the borrower
 * @param papersDueOn   by when that must come, or the file lapses
 * @param loanId        the loan that came of it, once signed
 */
public record ApplicationView(long id, long fundId, long borrowerId, ApplicationState state, String number,
        boolean walkIn, ApplicationContent content, int step, String missingPapers, LocalDate papersDueOn, String decisionReason,
        Long loanId, long createdBy, LocalDate createdOn, LocalDate submittedOn) implements HasSubject {

    @Override
    public Subject subject() {
        return Subject.application(id);
    }

    public boolean isEditable() {
        return state == ApplicationState.DRAFT || state == ApplicationState.INCOMPLETE;
    }

    /** Never handed in, so that it may be thrown away. */
    public boolean isDiscardable() {
        return state == ApplicationState.DRAFT;
    }

    public boolean isWithdrawable() {
        return state.isOpen() && loanId == null;
    }
}
