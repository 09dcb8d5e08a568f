package vn.coopfund.servicing;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilPaper;
import vn.coopfund.council.Matter;

/** A restructuring beyond the director's authority, as planned and reviewed. */
@Component
class RestructureBeforeCouncil implements CouncilPaper {

    private static final String KIND = "RESTRUCTURE";

    private final RestructureRequests requests;
    private final RestructureFile file;
    private final LoanSides sides;
    private final Duties duties;

    RestructureBeforeCouncil(RestructureRequests requests, RestructureFile file, LoanSides sides, Duties duties) {
        this.requests = requests;
        this.file = file;
        this.sides = sides;
        this.duties = duties;
    }

    static Question question(RestructureRequest request) {
        return new Question(KIND, request.id());
    }

    @Override
    public Optional<Question> askedOn(Subject subject) {
        return subject.type() != Subject.Type.LOAN ? Optional.empty() : requests.openOn(subject.id())
                .filter(one -> one.council() && one.state() == RestructureRequest.State.DECISION)
                .map(RestructureBeforeCouncil::question);
    }

    @Override
    public boolean concerns(Matter matter) {
        return matter.kind().equals(KIND);
    }

    @Override
    public String template() {
        return "servicing/council-restructure";
    }

    @Override
    public Map<String, Object> shown(Matter matter) {
        return file.of(requests.byId(matter.paper()));
    }

    @Override
    public boolean bars(Actor member, Matter matter) {
        RestructureRequest request = requests.byId(matter.paper());
        return member.id() == request.askedBy() || sides.bar(member, request.loanId())
                || !duties.conflicts(member, request.own(), Duty.DECIDE_RESTRUCTURE).isEmpty();
    }
}
