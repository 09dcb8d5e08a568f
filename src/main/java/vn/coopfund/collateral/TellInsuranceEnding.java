package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.notices.Notices;
import vn.coopfund.workflow.CaseEvents;

/** At the close of a day tells of insurances that end in thirty days, or tomorrow, of what secures loans. */
@Component
class TellInsuranceEnding implements DayCloseStep {

    private static final int[] DAYS_BEFORE = {1, 30};

    private final JdbcClient jdbc;
    private final People people;
    private final Borrowers borrowers;
    private final Notices notices;
    private final CaseEvents events;

    TellInsuranceEnding(JdbcClient jdbc, People people, Borrowers borrowers, Notices notices, CaseEvents events) {
        this.jdbc = jdbc;
        this.people = people;
        this.borrowers = borrowers;
        this.notices = notices;
        this.events = events;
    }

    private record Ending(long id, String number, long borrowerId, String policy, LocalDate insuredUntil) {
    }

    @Override
    public String name() {
        return "endingInsurances";
    }

    @Override
    public int order() {
        return 82;
    }

    @Override
    public int run(LocalDate day) {
        int told = 0;
        for (int before : DAYS_BEFORE) {
            for (Ending ending : ending(day, before)) {
                tell(ending, day, before);
                told++;
            }
        }
        return told;
    }

    /** Not beyond what was said already, and not the far warning once the near one was given. */
    private List<Ending> ending(LocalDate day, int before) {
        return jdbc.sql("""
                select s.id, s.number, s.borrower_id, s.policy, s.insured_until from collateral.standing s
                where s.fund_id = :fund and s.secures and s.insured_until between :day and :day + :before::int
                  and not exists (select 1 from collateral.insurance_told t where t.item_id = s.id
                      and t.until = s.insured_until and t.days <= :before) order by s.id""")
                .param("fund", Actors.current().fundId()).param("day", day).param("before", before)
                .query(Ending.class).list();
    }

    private void tell(Ending ending, LocalDate day, int before) {
        jdbc.sql("insert into collateral.insurance_told (item_id, until, days) values (?, ?, ?)")
                .params(ending.id(), ending.insuredUntil(), before).update();
        String path = "/collateral/" + ending.id();
        notices.tell(people.withRole(Role.LOAN_OFFICER).stream().map(Actor::id).toList(), path,
                "collateral.notice.insurance-ends", ending.number(), ending.policy(), ending.insuredUntil());
        notices.tell(borrowers.signIns(ending.borrowerId()), path, "collateral.notice.insurance-ends", ending.number(),
                ending.policy(), ending.insuredUntil());
        events.tellOn(day.plusDays(1), Subject.collateral(ending.id()), "collateral.event.insurance-ends", ending.policy(),
                ending.insuredUntil());
    }
}
