package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.calendar.BusinessDay;

/** The demonstration as one story that ends on the evening before the first business day. */
@Component
class Story {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final People people;
    private final Cast cast;
    private final BorrowerChapters borrowers;
    private final CapitalChapters capital;
    private final CaseChapters cases;
    private final MonthEndChapters monthEnds;
    private final EventChapters events;
    private final OrderChapters orders;

    Story(JdbcClient jdbc, BusinessDay businessDay, People people, Cast cast, BorrowerChapters borrowers,
            CapitalChapters capital, CaseChapters cases, MonthEndChapters monthEnds,
            EventChapters events, OrderChapters orders) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.people = people;
        this.cast = cast;
        this.borrowers = borrowers;
        this.capital = capital;
        this.cases = cases;
        this.monthEnds = monthEnds;
        this.events = events;
        this.orders = orders;
    }

    /** How far the story is told. {@code firstDay} is fixed when it begins, however long it takes to tell. */
    record State(LocalDate firstDay, boolean finished) {
    }

    /** Begins it on a database that nobody works with yet, or goes on; empty where real people work already. */
    @Transactional
    Optional<State> begin() {
        Optional<State> begun = jdbc.sql("select first_day, finished_at is not null from demo.story where fund_id = ?")
                .param(Actors.current().fundId())
                .query((row, number) -> new State(row.getObject(1, LocalDate.class), row.getBoolean(2))).optional();
        if (begun.isPresent() || !people.none()) {
            return begun;
        }
        State state = new State(businessDay.configuredFirstDay(), false);
        jdbc.sql("insert into demo.story (fund_id, first_day) values (?, ?)")
                .params(Actors.current().fundId(), state.firstDay()).update();
        return Optional.of(state);
    }

    /** Everything that happened before the first business day, in order of time. */
    List<Chapter> chapters(LocalDate firstDay) {
        LocalDate beginning = LocalDate.of(2016, 1, 4);
        return Stream.of(
                        List.of(new Chapter(firstDay.isAfter(beginning) ? beginning : firstDay.minusDays(1), "people", cast::enter)),
                        borrowers.all(), capital.all(firstDay), cases.all(firstDay), events.all(firstDay, cases.numbers(firstDay)),
                        orders.all(firstDay), monthEnds.all(firstDay))
                .flatMap(List::stream).filter(chapter -> chapter.on().isBefore(firstDay))
                .sorted(Comparator.comparing(Chapter::on)).toList();
    }

    /** The first business day has begun. */
    @Transactional
    void end() {
        jdbc.sql("update demo.story set finished_at = clock_timestamp() where fund_id = ? and finished_at is null")
                .param(Actors.current().fundId()).update();
    }
}
