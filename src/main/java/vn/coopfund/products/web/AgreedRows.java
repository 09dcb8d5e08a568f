package vn.coopfund.products.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.coopfund.money.DongFormat;
import vn.coopfund.schedule.ScheduleRequest.PrincipalRequest;
import vn.coopfund.web.Refusal;

/** Days and amounts as people write them, one row a line: {@code 15/06/2026 200.000.000}. */
record AgreedRows(List<PrincipalRequest> rows, List<Refusal.Reason> problems) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,2}/\\d{1,2}/\\d{4})\\s+(\\d.*)");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static AgreedRows read(String field, String text) {
        AgreedRows read = new AgreedRows(new ArrayList<>(), new ArrayList<>());
        String[] lines = text == null ? new String[0] : text.strip().split("\\R");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                read.line(field, i + 1, lines[i].strip());
            }
        }
        return read;
    }

    private void line(String field, int number, String text) {
        Matcher parts = LINE.matcher(text);
        try {
            if (parts.matches()) {
                LocalDate dueOn = LocalDate.parse(parts.group(1), DAY);
                rows.add(new PrincipalRequest(dueOn.toString(), BigDecimal.valueOf(DongFormat.parse(parts.group(2)))));
                return;
            }
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            // said below
        }
        problems.add(new Refusal.Reason(field, "products.calculator.principals.line", number));
    }
}
