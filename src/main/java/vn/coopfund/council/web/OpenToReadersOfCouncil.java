package vn.coopfund.council.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** The council itself, those who ask it and those who carry out what it decides; the controller reads. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Allowed({Role.LOAN_OFFICER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.CHIEF_ACCOUNTANT, Role.CONTROLLER})
@interface OpenToReadersOfCouncil {
}
