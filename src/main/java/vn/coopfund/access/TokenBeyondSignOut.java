package vn.coopfund.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The token of forms in a cookie of its own, which signing out leaves there: a form that stands open in another tab is
 * then led to the sign-in page and comes back with what was typed. Signing in gives a new one.
 */
class TokenBeyondSignOut implements CsrfTokenRepository {

    private final CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return cookie.generateToken(request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null || !request.getServletPath().equals("/sign-out")) {
            cookie.saveToken(token, request, response);
        }
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return cookie.loadToken(request);
    }
}
