package vn.coopfund.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One act of the fund's work: one class, one verb, one public method. It runs whole or not at all, only for the roles
 * named by {@link Allowed} (or for the program itself), and leaves a line in the audit log inside the same transaction.
 */
@Documented
@Service
@Transactional
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Act {
}
