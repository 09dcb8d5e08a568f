package vn.coopfund.cooperatives;

/** As what a person belongs to a cooperative or group; members that are enterprises do not borrow (Decree 45/2021 art. 20). */
public enum MemberKind {
    COOPERATIVE_MEMBER, COOPERATIVE_HOUSEHOLD, GROUP_MEMBER, GROUP_HOUSEHOLD, ENTERPRISE;

    public boolean mayBorrow() {
        return this != ENTERPRISE;
    }
}
