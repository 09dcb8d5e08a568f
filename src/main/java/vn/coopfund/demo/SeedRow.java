package vn.coopfund.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;

/** A line of a table in {@code db/seed/demo}; an empty cell says null. */
record SeedRow(CSVRecord cells) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true)
            .setTrim(true).setNullString("").get();

    static List<SeedRow> of(String table) {
        try (Reader reader = new java.io.InputStreamReader(
                new ClassPathResource("db/seed/demo/" + table + ".csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            return parser.stream().map(SeedRow::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(String column) {
        return cells.get(column);
    }

    boolean has(String column) {
        return text(column) != null;
    }

    Integer number(String column) {
        return has(column) ? Integer.valueOf(text(column)) : null;
    }

    MonetaryAmount amount(String column) {
        return has(column) ? Dong.of(DongFormat.parse(text(column))) : null;
    }

    LocalDate day(String column) {
        return has(column) ? LocalDate.parse(text(column)) : null;
    }

    /** A day of the calendar, or so many days before the first business day: {@code 2021-06-18}, {@code -4}. */
    LocalDate day(String column, LocalDate firstDay) {
        return text(column).startsWith("-") ? firstDay.plusDays(number(column)) : day(column);
    }
}
