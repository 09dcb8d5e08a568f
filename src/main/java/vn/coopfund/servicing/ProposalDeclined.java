package vn.coopfund.servicing;

/** The second person did not let an act be done; told inside its transaction. */
public record ProposalDeclined(long proposalId, String reason) {
}
