package vn.coopfund.access;

/** What a person is in the fund's work. The Vietnamese titles stand in the messages under {@code access.role.*}. */
public enum Role {
    /** Director or delegate of a cooperative: sees its own records only. */
    BORROWER,
    /** Cán bộ tín dụng. */
    LOAN_OFFICER,
    /** Cán bộ thẩm định. */
    APPRAISER,
    /** Trưởng phòng nghiệp vụ. */
    HEAD_OF_LENDING,
    /** Giám đốc Quỹ. */
    DIRECTOR,
    /** Member of the management council, which also sits as risk council. */
    COUNCIL_MEMBER,
    /** The council's chair, the fund's chairman. */
    COUNCIL_CHAIR,
    /** Kế toán. */
    ACCOUNTANT,
    /** Kế toán trưởng. */
    CHIEF_ACCOUNTANT,
    /** Thủ quỹ. */
    CASHIER,
    /** Kiểm soát viên: reads everything, changes nothing. */
    CONTROLLER,
    /** Viewer of the provincial Alliance: reports only. */
    ALLIANCE_VIEWER,
    /** Users and parameters, never business. */
    ADMINISTRATOR;

    /** Everybody who works in the fund and may read its files. */
    public static boolean isStaff(Role role) {
        return role != BORROWER && role != ALLIANCE_VIEWER && role != ADMINISTRATOR;
    }
}
