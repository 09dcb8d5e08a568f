package vn.coopfund.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilPaper;
import vn.coopfund.council.Matter;
import vn.coopfund.money.DongFormat;
import vn.coopfund.servicing.Loans;

/** A write-off, reviewed, before the council as risk council: the debt, the provisions it uses, what is posted. */
@Component
class WriteOffBeforeCouncil implements CouncilPaper {

    static final String KIND = "WRITE_OFF";

    private final WriteOffs writeOffs;
    private final WriteOffGrounds grounds;
    private final WriteOffFile file;
    private final Loans loans;
    private final Duties duties;

    WriteOffBeforeCouncil(WriteOffs writeOffs, WriteOffGrounds grounds, WriteOffFile file, Loans loans, Duties duties) {
        this.writeOffs = writeOffs;
        this.grounds = grounds;
        this.file = file;
        this.loans = loans;
        this.duties = duties;
    }

    @Override
    public Optional<Question> askedOn(Subject subject) {
        return subject.type() != Subject.Type.LOAN ? Optional.empty() : writeOffs.pendingOn(subject)
                .filter(one -> one.reviewedBy() != null).map(one -> new Question(KIND, one.id()));
    }

    @Override
    public List<Figure> figures(Subject subject, Question question) {
        WriteOffs.WriteOff one = writeOffs.get(question.paper());
        return List.of(new Figure("loan", one.number() + " · " + one.borrower()),
                new Figure("principal", DongFormat.format(loans.file(one.loanId()).position().principalOutstanding())),
                new Figure("paper", one.paper()), new Figure("why", one.reason()));
    }

    @Override
    public boolean concerns(Matter matter) {
        return matter.kind().equals(KIND);
    }

    @Override
    public String template() {
        return "risk/write-off-paper";
    }

    @Override
    public Map<String, Object> shown(Matter matter) {
        return file.of(writeOffs.get(matter.paper()));
    }

    @Override
    public void refuseInFavour(Matter matter) {
        WriteOffs.WriteOff one = writeOffs.get(matter.paper());
        grounds.refuseGone(one.subject(), one.kind(), one.ground());
    }

    /** Who asked for it or looked at it, and who has a side of the loan's file that bars from a vote. */
    @Override
    public boolean bars(Actor member, Matter matter) {
        WriteOffs.WriteOff one = writeOffs.get(matter.paper());
        Long application = loans.file(one.loanId()).loan().applicationId();
        return one.proposedBy() == member.id() || Long.valueOf(member.id()).equals(one.reviewedBy())
                || application != null && !duties.conflicts(member, Subject.application(application), Duty.VOTE).isEmpty();
    }
}
