package vn.coopfund.reporting;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/** Keeps what a borrower answered to the confirmation of its debt. */
@Act
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT})
public class RecordConfirmation {

    private final Confirmations confirmations;
    private final BusinessDay businessDay;

    RecordConfirmation(Confirmations confirmations, BusinessDay businessDay) {
        this.confirmations = confirmations;
        this.businessDay = businessDay;
    }

    /**
     * @param stated what the borrower holds right, where it disagrees
     * @throws Refusal saying everything that is wrong
     */
    public void record(Subject borrower, LocalDate day, Confirmations.Answer answer, MonetaryAmount stated, String note,
            LocalDate answeredOn) {
        boolean disagreed = answer == Confirmations.Answer.DISAGREED;
        LocalDate today = businessDay.today();
        new Refusal.Problems().addIf(answer == null, "answer", "reporting.refused.answer")
                .addIf(disagreed && stated == null, "stated", "reporting.refused.stated")
                .addIf(disagreed && (note == null || note.isBlank()), "note", "reporting.refused.words")
                .addIf(day == null || day.isAfter(today), "on", "reporting.refused.future", today)
                .addIf(answeredOn == null || day != null && answeredOn.isBefore(day) || answeredOn.isAfter(today), "answeredOn",
                        "reporting.refused.answered-on", day == null ? today : day, today).refuseIfAny();
        confirmations.record(confirmations.of(borrower.id(), day), day, answer, disagreed ? Dong.longOf(stated) : null,
                note == null || note.isBlank() ? null : note.strip(), answeredOn);
    }
}
