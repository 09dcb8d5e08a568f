package vn.coopfund.vouchers.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;

/** For those who read papers of money. */
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.DIRECTOR, Role.CONTROLLER})
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface ReadsVouchers {
}
