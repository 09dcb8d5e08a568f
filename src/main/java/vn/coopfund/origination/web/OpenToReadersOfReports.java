package vn.coopfund.origination.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** The fund's own people in the work on loans; a report is nothing for its borrower. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
@interface OpenToReadersOfReports {
}
