package vn.coopfund.cooperatives;

/** Who may borrow (Decree 45/2021/NĐ-CP art. 20). */
public enum BorrowerKind {
    /** Hợp tác xã. */
    COOPERATIVE,
    /** Liên hiệp hợp tác xã. */
    UNION,
    /** A member of a cooperative, or a member or household of a cooperative group. */
    PERSON
}
