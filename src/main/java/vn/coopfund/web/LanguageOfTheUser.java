package vn.coopfund.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Vietnamese first; English by a switch that stays (a cookie), and for programs by their Accept-Language. */
class LanguageOfTheUser extends CookieLocaleResolver {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    static final Locale ENGLISH = Locale.ENGLISH;

    LanguageOfTheUser() {
        super("language");
        setCookieMaxAge(Duration.ofDays(365));
        setDefaultLocaleFunction(LanguageOfTheUser::firstLanguage);
    }

    private static Locale firstLanguage(HttpServletRequest request) {
        boolean program = request.getRequestURI().startsWith("/api/");
        String wish = request.getHeader("Accept-Language");
        return program && wish != null && wish.startsWith("en") ? ENGLISH : VIETNAMESE;
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        super.setLocale(request, response, locale != null && "en".equals(locale.getLanguage()) ? ENGLISH : VIETNAMESE);
    }
}
