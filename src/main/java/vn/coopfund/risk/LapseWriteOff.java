package vn.coopfund.risk;

import java.util.List;
import java.util.Locale;
import vn.coopfund.access.Act;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.notices.Notices;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;

/** The debt is settled, or its write-off taken back: what waits on it is over, before the council too, and who asked is told. */
@Act
public class LapseWriteOff {

    private final WriteOffs writeOffs;
    private final CouncilMatters matters;
    private final Loans loans;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Notices notices;
    private final Texts texts;

    LapseWriteOff(WriteOffs writeOffs, CouncilMatters matters, Loans loans, BusinessDay businessDay, CaseEvents events,
            Notices notices, Texts texts) {
        this.writeOffs = writeOffs;
        this.matters = matters;
        this.loans = loans;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.texts = texts;
    }

    public void lapse(Subject loan) {
        writeOffs.pendingOn(loan).ifPresent(one -> {
            String state = "#" + loans.file(loan.id()).loan().state().key();
            writeOffs.drop(one, WriteOffs.State.LAPSED, texts.in(Locale.forLanguageTag("vi"), "risk.write-off.overtaken", state),
                    businessDay.today());
            matters.openOn(loan).filter(matter -> matter.kind().equals(WriteOffBeforeCouncil.KIND))
                    .ifPresent(matter -> matters.takeBack(loan));
            events.note(loan, "risk.event.lapsed", "#risk.kind." + one.kind(), state);
            notices.tell(List.of(one.proposedBy()), "/risk/write-offs/" + one.id(), "risk.notice.write-off-lapsed", one.number(),
                    "#risk.kind." + one.kind(), state);
        });
    }
}
