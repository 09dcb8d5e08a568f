package vn.coopfund.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.coopfund.access.OpenToAll;

/** What no handler of ours answered: an address that leads nowhere, a token that is too old. */
@Controller
@OpenToAll
class ErrorPages implements ErrorController {

    private final Texts texts;

    ErrorPages(Texts texts) {
        this.texts = texts;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        String words = texts.of(key(status));
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith("/api/")) {
            return ApiErrors.problem(status, words, List.of());
        }
        ModelAndView page = new ModelAndView("web/refused", status);
        page.addObject("reasons", List.of(words));
        page.addObject("status", status.value());
        return page;
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    static String key(HttpStatus status) {
        return switch (status.value()) {
            case 401, 403, 404, 405, 406, 413, 415, 503 -> "web.gone." + status.value();
            default -> status.is4xxClientError() ? "web.gone.400" : "web.broken";
        };
    }
}
