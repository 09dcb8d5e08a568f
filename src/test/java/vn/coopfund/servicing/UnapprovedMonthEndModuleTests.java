package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Role;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.WaitingWork;

/** A month end that nobody approves does not lie there in silence. */
class UnapprovedMonthEndModuleTests extends RiskModuleTest {

    @Autowired
    Notices notices;
    @Autowired
    ClassificationsThatWait waiting;

    @Test
    void chiefAccountantIsToldRemindedAndAfterSevenDaysOthersAreToo() {
        takeYears(2);
        approveThrough(on(12, 31).minusYears(1));
        lent(false);
        LocalDate monthEnd = on(1, 31);
        close(monthEnd);
        assertThat(told(Role.CHIEF_ACCOUNTANT)).endsWith("classification-proposed");
        assertThat(waits(Role.CHIEF_ACCOUNTANT)).singleElement().satisfies(entry -> {
            assertThat(entry.late()).isFalse();
            assertThat(entry.path()).isEqualTo("/risk?asOf=" + monthEnd);
        });
        assertThat(waits(Role.CONTROLLER)).isEmpty();

        close(on(2, 5));
        assertThat(told(Role.CHIEF_ACCOUNTANT)).endsWith("classification-proposed");
        close(on(2, 6));
        assertThat(told(Role.CHIEF_ACCOUNTANT)).endsWith("classification-waits");
        assertThat(waits(Role.CHIEF_ACCOUNTANT)).noneMatch(WaitingWork.Entry::late);
        close(on(2, 7));
        assertThat(Stream.of(Role.CHIEF_ACCOUNTANT, Role.CONTROLLER, Role.DIRECTOR, Role.COUNCIL_CHAIR))
                .allSatisfy(role -> assertThat(waits(role)).singleElement().matches(WaitingWork.Entry::late));
        assertThat(waits(Role.ACCOUNTANT)).isEmpty();
        close(on(2, 13));
        assertThat(told(Role.CONTROLLER)).endsWith("classification-waits");

        approveThrough(monthEnd);
        assertThat(waits(Role.CONTROLLER)).isEmpty();
        assertThat(unread(Role.CHIEF_ACCOUNTANT, monthEnd)).isEmpty();
    }

    private List<WaitingWork.Entry> waits(Role role) {
        return waiting.waitingFor(staff.with(role));
    }

    /** The latest notice of a month end, by its code; other tests break books on purpose, of which word comes too. */
    private String told(Role role) {
        return jdbc.sql("select code from notices.notice where person_id = ? and code like '%classification%' order by id desc limit 1")
                .param(staff.with(role).id()).query(String.class).single();
    }

    private List<Notices.Notice> unread(Role role, LocalDate monthEnd) {
        return as(staff.with(role), () -> notices.mine(50)).stream()
                .filter(notice -> notice.path().equals("/risk?asOf=" + monthEnd) && !notice.read()).toList();
    }
}
