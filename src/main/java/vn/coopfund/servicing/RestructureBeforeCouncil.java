package vn.coopfund.servicing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.coopfund.web.Texts;

/** A restructuring beyond the director's authority, as planned and reviewed. */
@Component
class RestructureBeforeCouncil implements CouncilPaper {

    private static final String KIND = "RESTRUCTURE";

    private final RestructureRequests requests;
    private final RestructureFile file;
    private final LoanSides sides;
    private final Duties duties;
    private final Loans loans;
    private final Texts texts;

    RestructureBeforeCouncil(RestructureRequests requests, RestructureFile file, LoanSides sides, Duties duties,
            Loans loans, Texts texts) {
        this.requests = requests;
        this.file = file;
        this.sides = sides;
        this.duties = duties;
        this.loans = loans;
        this.texts = texts;
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
    public List<Figure> figures(Subject subject, Question question) {
        RestructureRequest one = requests.byId(question.paper());
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("act", texts.in(Locale.forLanguageTag("vi"), one.kind().key())));
        figures.add(new Figure("principal", DongFormat.format(loans.file(one.loanId()).position().principalOutstanding())));
        if (one.newEnd() != null) {
            figures.add(new Figure("new-end", one.newEnd().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))));
        }
        figures.add(new Figure("why", one.reason()));
        return figures;
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
