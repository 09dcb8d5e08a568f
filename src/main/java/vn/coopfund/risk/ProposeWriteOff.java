package vn.coopfund.risk;

import java.util.List;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Asks the risk council to take a debt out of the balance sheet (group 5, or the borrower dissolved or dead by a paper), or
 * to give up for good one that has been out of it for five years.
 */
@Act
@Allowed(Role.HEAD_OF_LENDING)
public class ProposeWriteOff {

    private static final int WORST = 5;

    private final Loans loans;
    private final WriteOffs writeOffs;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Notices notices;
    private final People people;

    ProposeWriteOff(Loans loans, WriteOffs writeOffs, BusinessDay businessDay, CaseEvents events, Notices notices,
            People people) {
        this.loans = loans;
        this.writeOffs = writeOffs;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.people = people;
    }

    /**
     * Answers its id.
     *
     * @param paper what proves the ground: the classification, the decision of dissolution, the death certificate, the
     *              record of the measures taken
     */
    public long propose(Subject subject, WriteOffs.Ground ground, String paper, String reason) {
        new Refusal.Problems()
                .addIf(ground == null, "ground", "risk.refused.required")
                .addIf(paper == null || paper.isBlank(), "paper", "risk.refused.required")
                .addIf(reason == null || reason.isBlank(), "reason", "risk.refused.required").refuseIfAny();
        LoanFile loan = loans.file(subject.id());
        WriteOffs.Kind kind = ground == WriteOffs.Ground.FIVE_YEARS ? WriteOffs.Kind.FINAL : WriteOffs.Kind.CHARGE_OFF;
        refuseWrong(subject, loan, kind, ground);
        long id = writeOffs.add(subject, kind, ground, paper.strip(), reason.strip(), businessDay.today());
        events.note(subject, "risk.event.proposed", "#risk.kind." + kind, "#risk.ground." + ground, reason.strip());
        notices.tell(people.withRole(Role.COUNCIL_MEMBER).stream().map(person -> person.id()).toList(),
                "/risk/write-offs/" + id, "risk.notice.write-off-proposed", loan.loan().number(), "#risk.kind." + kind);
        return id;
    }

    private void refuseWrong(Subject subject, LoanFile loan, WriteOffs.Kind kind, WriteOffs.Ground ground) {
        LoanState asked = kind == WriteOffs.Kind.FINAL ? LoanState.CHARGED_OFF : LoanState.ACTIVE;
        if (loan.loan().state() != asked) {
            throw Refusal.conflict("risk.refused.state", loan.loan().number(), "#" + loan.loan().state().key());
        }
        if (ground == WriteOffs.Ground.GROUP_5 && loan.officialGroup() < WORST) {
            throw Refusal.invalid("ground", "risk.refused.not-group-5", loan.officialGroup());
        }
        if (kind == WriteOffs.Kind.FINAL) {
            refuseEarly(subject);
        }
        if (writeOffs.isAsked(subject, kind)) {
            throw Refusal.conflict("risk.refused.asked");
        }
    }

    private void refuseEarly(Subject subject) {
        List<WriteOffs.Pursued> debt = writeOffs.pursued().stream().filter(one -> one.loanId() == subject.id()).toList();
        if (businessDay.today().isBefore(debt.get(0).finalFrom())) {
            throw Refusal.conflict("risk.refused.five-years", debt.get(0).finalFrom());
        }
    }
}
