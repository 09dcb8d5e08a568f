package vn.coopfund.cooperatives;

/** The papers of a borrower's file. */
public enum BorrowerPaper {
    REGISTRATION_CERTIFICATE, CHARTER, IDENTITY_CARD, MEMBER_LIST, CONSENT_FORM, OTHER
}
