package vn.coopfund.access;

import java.util.Arrays;
import java.util.List;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Around every {@link Act}, inside its transaction: refuses the roles that may not, then writes the audit line. */
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ActAdvice {

    private final AuditLog auditLog;

    ActAdvice(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /** An act that also serves a task answers questions about its form; those are no acts. */
    @Around("@within(vn.coopfund.access.Act) && execution(public * *(..)) && !execution(* taskKey()) "
            + "&& !execution(* duty()) && !execution(* form(..)) && !execution(* shown(..))")
    Object guardAndRecord(ProceedingJoinPoint call) throws Throwable {
        Class<?> act = AopUtils.getTargetClass(call.getTarget());
        Actor actor = Actors.current();
        Allowed allowed = act.getAnnotation(Allowed.class);
        if (allowed != null && !actor.isSystem() && !actor.isAny(allowed.value())) {
            throw new NotAllowed(List.of(allowed.value()));
        }
        AuditDetail.begin();
        try {
            Object answer = call.proceed();
            auditLog.record(actor, act.getSimpleName(), subjectOf(call.getArgs(), answer),
                    AuditDetail.end(call.getArgs()));
            return answer;
        } finally {
            AuditDetail.leave();
        }
    }

    private static Subject subjectOf(Object[] arguments, Object answer) {
        return Arrays.stream(arguments).map(ActAdvice::asSubject).filter(subject -> subject != null).findFirst()
                .orElseGet(() -> asSubject(answer));
    }

    private static Subject asSubject(Object value) {
        if (value instanceof Subject subject) {
            return subject;
        }
        return value instanceof HasSubject has ? has.subject() : null;
    }
}
