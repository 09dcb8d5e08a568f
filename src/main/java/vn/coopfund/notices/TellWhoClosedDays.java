package vn.coopfund.notices;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.CatchUpEnded;

/** Tells the person who had days closed in the background how it ended. */
@Component
class TellWhoClosedDays {

    private final Notices notices;

    TellWhoClosedDays(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void tell(CatchUpEnded ended) {
        notices.tell(List.of(ended.askedBy()), "/days",
                ended.failed() ? "calendar.notice.failed" : "calendar.notice.done", ended.day());
    }
}
