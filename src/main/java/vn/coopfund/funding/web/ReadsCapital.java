package vn.coopfund.funding.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** For those who look after the fund's capital, and those above them. */
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface ReadsCapital {
}
