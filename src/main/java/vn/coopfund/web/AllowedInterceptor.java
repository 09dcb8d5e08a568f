package vn.coopfund.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.OpenToAll;
import vn.coopfund.access.OpenToSignedIn;

/**
 * Asks each handler of ours who may, before a word of the request's body is read. A handler that does not say so is
 * refused to everybody.
 */
@Component
class AllowedInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith("vn.coopfund.")) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        if (says(method, OpenToAll.class)) {
            return;
        }
        Actor actor = Actors.signedIn()
                .orElseThrow(() -> new InsufficientAuthenticationException("sign in first"));
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null && !says(method, OpenToSignedIn.class)) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
            if (allowed == null) {
                throw new NotAllowed(List.of());
            }
        }
        if (allowed != null && !actor.isAny(allowed.value())) {
            throw new NotAllowed(List.of(allowed.value()));
        }
    }

    /** Whether the person who asks now would be let in. */
    static boolean isOpen(HandlerMethod method) {
        try {
            check(method);
            return true;
        } catch (NotAllowed | InsufficientAuthenticationException refused) {
            return false;
        }
    }

    private static boolean says(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> open) {
        return method.hasMethodAnnotation(open)
                || (!method.hasMethodAnnotation(Allowed.class)
                    && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), open));
    }
}
