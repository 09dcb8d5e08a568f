package vn.coopfund.servicing;

import java.time.LocalDate;

/** An act about to be proposed; what {@link Proposal} says of each part holds here too. */
record NewProposal(ProposalKind kind, Long loanId, Long targetId, Long amount, LocalDate valueDate, Receipt receipt,
        String why, Object details, boolean council) {

    static NewProposal of(ProposalKind kind, Loan loan, LocalDate valueDate, Long amount, String why) {
        return new NewProposal(kind, loan == null ? null : loan.id(), null, amount, valueDate, null, why, null, false);
    }

    NewProposal takingBack(long target) {
        return new NewProposal(kind, loanId, target, amount, valueDate, receipt, why, details, council);
    }

    NewProposal with(Receipt late) {
        return new NewProposal(kind, loanId, targetId, amount, valueDate, late, why, details, council);
    }

    NewProposal with(Object itsOwn) {
        return new NewProposal(kind, loanId, targetId, amount, valueDate, receipt, why, itsOwn, council);
    }

    NewProposal beyondDirector(boolean beyond) {
        return new NewProposal(kind, loanId, targetId, amount, valueDate, receipt, why, details, beyond);
    }
}
