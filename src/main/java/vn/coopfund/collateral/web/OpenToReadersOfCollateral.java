package vn.coopfund.collateral.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** The fund's staff, and borrowers for their own items. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
@interface OpenToReadersOfCollateral {
}
