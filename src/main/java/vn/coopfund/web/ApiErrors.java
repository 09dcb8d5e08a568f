package vn.coopfund.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;

/** Every refusal of a call, as {@code application/problem+json} with {@code errors: [{field, message}]} (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private final Texts texts;
    private final Clashes clashes;

    ApiErrors(Texts texts, Clashes clashes) {
        this.texts = texts;
        this.clashes = clashes;
    }

    record FieldError(String field, String message) {
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        List<FieldError> errors = refusal.reasons().stream()
                .map(reason -> new FieldError(reason.field(), texts.of(reason))).toList();
        return problem(HttpStatus.valueOf(refusal.kind().status()), errors.get(0).message(), errors);
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongKey(Once.WrongKey wrong) {
        return badParameter(wrong.reason());
    }

    @ExceptionHandler
    ResponseEntity<Object> notAllowed(NotAllowed refusal) {
        String who = refusal.whoCan().stream().map(texts::role).collect(Collectors.joining(", "));
        return problem(HttpStatus.FORBIDDEN, texts.of("web.not-allowed", who), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> bothSides(DutyConflict conflict) {
        return problem(HttpStatus.FORBIDDEN, texts.of("web.duty-conflict",
                texts.of("access.duty." + conflict.held()), texts.of("access.duty." + conflict.wanted())), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> notSignedIn(AuthenticationException missing) {
        ResponseEntity<Object> answer = problem(HttpStatus.UNAUTHORIZED, texts.of("web.sign-in-first"), List.of());
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"coopfund\"")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Object> somebodyElseWasFirst(OptimisticLockingFailureException late) {
        return problem(HttpStatus.CONFLICT, texts.of("web.somebody-was-first"), List.of());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return unreadable(unreadable.getCause());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadableChanges(Changes.Unreadable changes) {
        return unreadable(changes.getCause());
    }

    /** At its field where one is known: the type is wrong there, or its text has characters that none may have. */
    private ResponseEntity<Object> unreadable(Throwable why) {
        boolean unfit = why instanceof UnfitText;
        if (!(why instanceof JsonMappingException mapping) || mapping.getPath().isEmpty() && !unfit) {
            return problem(HttpStatus.BAD_REQUEST, texts.of("web.unreadable-body"), List.of());
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".")).replace(".[", "[");
        String message = unfit ? texts.of("web.unfit-characters", field) : unreadable(field, mapping);
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, message, List.of(new FieldError(field, message)));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return refused(Refusal.notFound());
        }
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName()
                : mismatch.getPropertyName();
        return badParameter(texts.unreadable(field, mismatch.getRequiredType()));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(MissingServletRequestParameterException missing,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return badParameter(new Refusal.Reason(missing.getParameterName(), "web.parameter.missing", missing.getParameterName()));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException missing,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return badParameter(new Refusal.Reason(missing.getRequestPartName(), "web.parameter.missing",
                missing.getRequestPartName()));
    }

    private ResponseEntity<Object> badParameter(Refusal.Reason reason) {
        return problem(HttpStatus.BAD_REQUEST, texts.of(reason),
                List.of(new FieldError(reason.field(), texts.of(reason))));
    }

    @ExceptionHandler({MultipartException.class, RequestRejectedException.class})
    ResponseEntity<Object> unreadableRequest(RuntimeException unreadable) {
        return problem(HttpStatus.BAD_REQUEST, texts.of("web.unreadable-body"), List.of());
    }

    /** All else that has a status of its own: a method, a type, an address that is not there. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception failure, Object body, HttpHeaders headers,
            HttpStatusCode code, WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(code.value());
        if (status.is5xxServerError()) {
            logger.error("failed: " + request.getDescription(false), failure);
        }
        return ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, texts.of(ErrorPages.key(status)), List.of()).getBody());
    }

    /** A word that is none of a list is answered with the list. */
    private String unreadable(String field, JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return texts.of("web.unknown-field", field);
        }
        return mapping instanceof InvalidFormatException wrong && wrong.getTargetType() != null
                && wrong.getTargetType().isEnum()
                ? texts.of("web.unreadable-choice", field, Arrays.stream(wrong.getTargetType().getEnumConstants())
                        .map(String::valueOf).collect(Collectors.joining(", ")))
                : texts.of("web.unreadable-field", field);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalidFields(invalid);
    }

    /** What cannot be parsed is a bad request, here as for a single parameter; what is merely wrong is not. */
    private ResponseEntity<Object> invalidFields(BindException invalid) {
        boolean unreadable = invalid.getFieldErrors().stream().anyMatch(org.springframework.validation.FieldError::isBindingFailure);
        List<FieldError> errors = invalid.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), error.isBindingFailure()
                        ? texts.of(texts.unreadable(error.getField(), invalid.getFieldType(error.getField()))) : texts.error(error)))
                .toList();
        return problem(unreadable ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY, texts.of("web.invalid"), errors);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException large,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String message = texts.of("web.file-too-large");
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, message, List.of(new FieldError("file", message)));
    }

    @ExceptionHandler
    ResponseEntity<Object> broken(Exception unexpected, HttpServletRequest request) {
        Optional<Refusal> clash = clashes.in(unexpected);
        if (clash.isPresent()) {
            return refused(clash.get());
        }
        logger.error("failed: " + request.getMethod() + " " + request.getRequestURI(), unexpected);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, texts.of("web.broken"), List.of());
    }

    static ResponseEntity<Object> problem(HttpStatus status, String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperties(Map.of("errors", errors));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
