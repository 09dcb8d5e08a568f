package vn.coopfund.servicing;

import java.time.LocalDate;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * A restructuring from the wish to the signed annex.
 *
 * @param newEnd      the end that is wished for, or null
 * @param wish        what else the customer wishes, or null
 * @param byBorrower  whether the borrower asked, or an officer opened it
 * @param terms       the plan; null until one was made
 * @param appraisal   why it is planned so, in the officer's words; null until it is submitted
 * @param council     whether it is beyond the director's authority
 * @param decision    number of the decision or of the council's minutes; null in former times
 * @param annexNumber of the annex to be signed, once there is one
 * @param answer      why it was refused or ended, or null
 */
public record RestructureRequest(long id, long loanId, RestructureTerms.Kind kind, LocalDate newEnd, String reason,
        String wish, boolean byBorrower, long askedBy, String askedByName, LocalDate askedOn, State state, RestructureTerms terms,
        String appraisal, Long plannedBy, String plannedByName, LocalDate plannedOn, Long reviewedBy, boolean council,
        String decision, Long decidedBy, String decidedByName, LocalDate decidedOn, String annexNumber, String answer)
        implements HasSubject {

    /** Where it stands. */
    public enum State {
        /** With the officer, who plans. */
        ASKED,
        /** With the head of lending. */
        REVIEW,
        /** With the director or the council. */
        DECISION,
        /** The annex is to be signed. */
        APPROVED,
        EFFECTIVE, REFUSED, WITHDRAWN,
        /** The loan is settled or has left the balance sheet. */
        LAPSED;

        public boolean isOpen() {
            return this == ASKED || this == REVIEW || this == DECISION || this == APPROVED;
        }

        /** Message key of its name. */
        public String key() {
            return "servicing.restructure.state." + name();
        }

        public String tag() {
            return isOpen() ? "open" : this == EFFECTIVE ? "good" : this == REFUSED ? "bad" : "quiet";
        }
    }

    @Override
    public Subject subject() {
        return Subject.loan(loanId);
    }

    /** On which its sides are taken: who planned one restructuring may decide on another. */
    Subject own() {
        return new Subject(Subject.Type.RESTRUCTURING, id);
    }
}
