package vn.coopfund.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;

/** A page for every refusal that no form caught: says what to do and who can, and leads back. */
@ControllerAdvice(annotations = Controller.class)
@Order(0)
class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private final Texts texts;
    private final Clashes clashes;

    PageErrors(Texts texts, Clashes clashes) {
        this.texts = texts;
        this.clashes = clashes;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return page(HttpStatus.valueOf(refusal.kind().status()), refusal.reasons().stream().map(texts::of).toList());
    }

    @ExceptionHandler
    ModelAndView notAllowed(NotAllowed refusal) {
        String who = refusal.whoCan().stream().map(texts::role).collect(Collectors.joining(", "));
        return page(HttpStatus.FORBIDDEN, List.of(texts.of("web.not-allowed", who)));
    }

    @ExceptionHandler
    ModelAndView bothSides(DutyConflict conflict) {
        return page(HttpStatus.FORBIDDEN, List.of(texts.of("web.duty-conflict",
                texts.of("access.duty." + conflict.held()), texts.of("access.duty." + conflict.wanted()))));
    }

    @ExceptionHandler
    ModelAndView somebodyElseWasFirst(OptimisticLockingFailureException late) {
        return page(HttpStatus.CONFLICT, List.of(texts.of("web.somebody-was-first")));
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException large) {
        return page(HttpStatus.PAYLOAD_TOO_LARGE, List.of(texts.of("web.file-too-large")));
    }

    @ExceptionHandler({MultipartException.class, RequestRejectedException.class})
    ModelAndView unreadable(RuntimeException unreadable) {
        return page(HttpStatus.BAD_REQUEST, List.of(texts.of("web.unreadable-body")));
    }

    /** A record's place in the address that is none leads nowhere; a filter or page number that is none is named. */
    @ExceptionHandler
    ModelAndView junk(MethodArgumentTypeMismatchException junk) {
        if (junk.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return refused(Refusal.notFound());
        }
        return page(HttpStatus.BAD_REQUEST, List.of(texts.of("web.parameter.junk", junk.getName(),
                texts.of(texts.unreadable(junk.getName(), junk.getRequiredType())))));
    }

    @ExceptionHandler
    void notSignedIn(AuthenticationException missing) {
        throw missing;
    }

    @ExceptionHandler
    ModelAndView broken(Exception unexpected, HttpServletRequest request) throws Exception {
        if (unexpected instanceof org.springframework.web.ErrorResponse known && !(known instanceof NoResourceFoundException)
                && known.getStatusCode().is4xxClientError()) {
            return page(HttpStatus.valueOf(known.getStatusCode().value()), List.of(texts.of("web.unreadable-body")));
        }
        Optional<Refusal> clash = clashes.in(unexpected);
        if (clash.isPresent()) {
            return refused(clash.get());
        }
        LOG.error("failed: {} {}", request.getMethod(), request.getRequestURI(), unexpected);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, List.of(texts.of("web.broken")));
    }

    private static ModelAndView page(HttpStatus status, List<String> reasons) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            EveryPage.readyToken(request.getRequest());
        }
        ModelAndView page = new ModelAndView("web/refused", status);
        page.addObject("reasons", reasons);
        page.addObject("status", status.value());
        return page;
    }
}
