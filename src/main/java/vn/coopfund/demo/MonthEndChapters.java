package vn.coopfund.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.ConfirmProvisions;
import vn.coopfund.risk.ProposeProvisions;
import vn.coopfund.servicing.ApproveClassification;

/** In the first days of every month: the debt groups of the month before become official, its provisions are posted. */
@Component
class MonthEndChapters {

    private static final int DAYS_AFTER = 5;

    private final Cast cast;
    private final ApproveClassification approveClassification;
    private final ProposeProvisions proposeProvisions;
    private final ConfirmProvisions confirmProvisions;

    MonthEndChapters(Cast cast, ApproveClassification approveClassification, ProposeProvisions proposeProvisions,
            ConfirmProvisions confirmProvisions) {
        this.cast = cast;
        this.approveClassification = approveClassification;
        this.proposeProvisions = proposeProvisions;
        this.confirmProvisions = confirmProvisions;
    }

    List<Chapter> all(LocalDate firstDay) {
        return Stream.iterate(YearMonth.from(Chapters.BOOKS_OPEN), month -> month.plusMonths(1))
                .map(YearMonth::atEndOfMonth).takeWhile(end -> end.plusDays(DAYS_AFTER).isBefore(firstDay))
                .map(end -> new Chapter(end.plusDays(DAYS_AFTER), "month end " + YearMonth.from(end), () -> close(end)))
                .toList();
    }

    private Long close(LocalDate end) {
        cast.as("ketoantruong", () -> approveClassification.approve(end));
        cast.as("ketoan", () -> proposeProvisions.propose(end));
        cast.as("ketoantruong", () -> {
            confirmProvisions.confirm(end);
            return null;
        });
        return null;
    }
}
