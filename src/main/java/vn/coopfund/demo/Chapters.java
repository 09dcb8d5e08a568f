package vn.coopfund.demo;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.DayBook;

/**
 * Tells chapters in turn. Each is one transaction together with the mark that it is told, so that a story cut off
 * anywhere goes on there.
 */
@Component
class Chapters {

    /** From this day on every day is closed; what happened before is only dated. */
    static final LocalDate BOOKS_OPEN = LocalDate.of(2021, 1, 1);

    private static final Logger log = LoggerFactory.getLogger(Chapters.class);

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final DayBook dayBook;
    private final Cast cast;
    private final TransactionTemplate transaction;

    Chapters(JdbcClient jdbc, BusinessDay businessDay, DayBook dayBook, Cast cast, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.dayBook = dayBook;
        this.cast = cast;
        this.transaction = transaction;
    }

    /** Tells those not told yet, in their order. */
    void tell(List<Chapter> chapters) {
        Set<String> told = told();
        int year = 0;
        for (Chapter chapter : chapters) {
            if (!told.add(chapter.name())) {
                continue;
            }
            if (chapter.on().getYear() != year) {
                year = chapter.on().getYear();
                log.info("Demonstration data: {}", year);
            }
            reach(chapter.on());
            transaction.executeWithoutResult(status -> tell(chapter));
        }
    }

    /** Lets the days up to there pass: each is closed, as the chief accountant closes it. */
    void reach(LocalDate day) {
        if (day.isBefore(BOOKS_OPEN)) {
            businessDay.moveTo(day);
        } else {
            if (businessDay.today().isBefore(BOOKS_OPEN)) {
                businessDay.moveTo(BOOKS_OPEN);
            }
            if (day.isAfter(businessDay.today())) {
                cast.as("ketoantruong", () -> dayBook.closeThrough(day.minusDays(1)));
            }
        }
    }

    private void tell(Chapter chapter) {
        Long made = chapter.work().get();
        jdbc.sql("insert into demo.chapter (fund_id, name, happened_on, made) values (?, ?, ?, ?)")
                .params(Actors.current().fundId(), chapter.name(), Date.valueOf(chapter.on()), made).update();
    }

    /** The id of what a chapter made; empty while it is not told. */
    Optional<Long> made(String name) {
        return jdbc.sql("select made from demo.chapter where fund_id = ? and name = ?")
                .params(Actors.current().fundId(), name).query(Long.class).optional();
    }

    private Set<String> told() {
        return new HashSet<>(jdbc.sql("select name from demo.chapter where fund_id = ?").param(Actors.current().fundId())
                .query(String.class).list());
    }
}
