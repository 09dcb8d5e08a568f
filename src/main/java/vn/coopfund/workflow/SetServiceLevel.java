package vn.coopfund.workflow;

import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Says how long a kind of task may take, for tasks that come from a day on; what is open keeps its due day. */
@Act
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
public class SetServiceLevel {

    private static final int MOST = 365;

    private final ServiceLevels levels;
    private final ObjectProvider<TaskAct> acts;
    private final BusinessDay businessDay;

    SetServiceLevel(ServiceLevels levels, ObjectProvider<TaskAct> acts, BusinessDay businessDay) {
        this.levels = levels;
        this.acts = acts;
        this.businessDay = businessDay;
    }

    /** @param from today or later; null for today */
    public record NewLevel(String taskKey, LocalDate from, Integer workingDays, Integer escalateAfter) {
    }

    public void set(NewLevel wanted) {
        LocalDate today = businessDay.today();
        LocalDate from = wanted.from() == null ? today : wanted.from();
        new Refusal.Problems()
                .addIf(acts.stream().noneMatch(act -> act.taskKey().equals(wanted.taskKey())), "taskKey", "workflow.level.unknown")
                .addIf(from.isBefore(today), "from", "workflow.level.past", today)
                .addIf(isNoNumberOfDays(wanted.workingDays()), "workingDays", "workflow.level.days", MOST)
                .addIf(isNoNumberOfDays(wanted.escalateAfter()), "escalateAfter", "workflow.level.days", MOST)
                .refuseIfAny();
        levels.add(wanted.taskKey(), from, wanted.workingDays(), wanted.escalateAfter());
        AuditDetail.note(wanted.taskKey() + ": " + wanted.workingDays() + " + " + wanted.escalateAfter());
        AuditDetail.note(AuditDetail.word(from));
    }

    private static boolean isNoNumberOfDays(Integer days) {
        return days == null || days < 0 || days > MOST;
    }
}
