package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.CloseDay;

/** The last days are closed one by one, so that notices of what is due and word of what is overdue are out. */
@Component
class ClosingChapters {

    /** As many as a due notice goes out ahead. */
    private static final int DAYS = 10;

    private final Cast cast;
    private final CloseDay closeDay;

    ClosingChapters(Cast cast, CloseDay closeDay) {
        this.cast = cast;
        this.closeDay = closeDay;
    }

    List<Chapter> all(LocalDate firstDay) {
        return IntStream.rangeClosed(1, DAYS).mapToObj(back -> firstDay.minusDays(DAYS + 1L - back))
                .map(day -> new Chapter(day, "close " + day, () -> close(day))).toList();
    }

    private Long close(LocalDate day) {
        cast.as("ketoantruong", () -> closeDay.close(day));
        return null;
    }
}
