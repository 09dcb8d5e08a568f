package vn.coopfund.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What every page needs before a word of it is written: its forms' token, whose cookie could not follow a page already
 * on its way, and for the layout whether a form has errors: then the page's title begins with that word.
 */
@Component
class EveryPage implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**");
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null) {
            return;
        }
        readyToken(request);
        if (page.getModel().values().stream()
                .anyMatch(value -> value instanceof BindingResult form && form.hasErrors())) {
            page.addObject("erroneous", true);
        }
    }

    /** The token's cookie goes before the first word of the page. */
    static void readyToken(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }
}
