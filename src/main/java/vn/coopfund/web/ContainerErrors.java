package vn.coopfund.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the server refuses before any page of ours is asked, such as an address that cannot be read: in our words. */
public class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String wish = request.getHeader("Accept-Language");
        Locale locale = wish != null && wish.startsWith("en") ? Locale.ENGLISH : LanguageOfTheUser.VIETNAMESE;
        ResourceBundle words = ResourceBundle.getBundle("messages/web", locale);
        HttpStatus known = HttpStatus.resolve(status);
        String why = words.getString(ErrorPages.key(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known));
        boolean call = String.valueOf(request.getRequestURI()).startsWith("/api/");
        try {
            response.setCharacterEncoding("UTF-8");
            response.setContentType(call ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(call ? problem(status, why) : page(locale, why, words.getString("web.refused.home")));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // nobody is left to be told
        }
    }

    private static String problem(int status, String why) {
        return "{\"type\":\"about:blank\",\"status\":" + status + ",\"detail\":\"" + why.replace("\"", "\\\"")
                + "\",\"errors\":[]}";
    }

    private static String page(Locale locale, String why, String back) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title><link rel="stylesheet" href="/assets/coopfund.css"></head>
                <body><main style="max-width:40rem;margin:3rem auto;padding:0 1rem;font-family:system-ui,sans-serif">
                <h1>%s</h1><p><a href="/">%s</a></p></main></body></html>
                """.formatted(locale.getLanguage(), why, why, back);
    }
}
