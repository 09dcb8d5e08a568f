package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/**
 * At the close of the last day on which papers that were asked for could come, lets the file lapse: its process ends, its
 * borrower is told. A file asked before there was such a day has the whole time from its first close on.
 */
@Component
class LapsePapers implements DayCloseStep {

    private final JdbcClient jdbc;
    private final ApplicationRepository applications;
    private final PapersDue papersDue;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Processes processes;
    private final Texts texts;

    LapsePapers(JdbcClient jdbc, ApplicationRepository applications, PapersDue papersDue, CaseEvents events,
            BorrowerNotices notices, Processes processes, Texts texts) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.papersDue = papersDue;
        this.events = events;
        this.notices = notices;
        this.processes = processes;
        this.texts = texts;
    }

    private record Asked(long application, LocalDate dueOn) {
    }

    @Override
    public String name() {
        return "lapsedPapers";
    }

    @Override
    public int order() {
        return 81;
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(over(day).size());
    }

    @Override
    public int run(LocalDate day) {
        jdbc.sql("update origination.application set papers_due_on = ? where fund_id = ? and state = 'INCOMPLETE' "
                + "and papers_due_on is null").params(papersDue.asked(day), Actors.current().fundId()).update();
        return (int) over(day).stream().filter(asked -> lapse(asked, day.plusDays(1))).count();
    }

    private List<Asked> over(LocalDate day) {
        return jdbc.sql("""
                select id as application, papers_due_on as due_on from origination.application
                where fund_id = ? and state = 'INCOMPLETE' and papers_due_on <= ? order by id""")
                .params(Actors.current().fundId(), day).query(Asked.class).list();
    }

    /** Whoever is just handing the papers in is waited for, and is in time. */
    private boolean lapse(Asked asked, LocalDate on) {
        Subject subject = Subject.application(asked.application());
        processes.holdTasks(subject);
        Application application = applications.findById(asked.application()).orElseThrow();
        if (application.state() != ApplicationState.INCOMPLETE) {
            return false;
        }
        application.lapse(texts.in(Locale.forLanguageTag("vi"), "origination.papers-lapsed", asked.dueOn()));
        if (!processes.tell("Message_PapersLapsed", subject)) {
            processes.end("loan-origination", subject, "papers did not come");
        }
        events.tellOn(on, subject, "origination.event.papers-lapsed", asked.dueOn());
        notices.tell(application.view(), "origination.notice.papers-lapsed", application.view().number(), asked.dueOn());
        return true;
    }
}
