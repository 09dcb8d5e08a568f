package vn.coopfund.risk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilPaper;
import vn.coopfund.council.Matter;
import vn.coopfund.money.DongFormat;

/** A recall above the director's authority, with what was found, before the council. */
@Component
class RecallBeforeCouncil implements CouncilPaper {

    private final RecallCases recalls;
    private final RecallView view;
    private final RecallAuthority authority;

    RecallBeforeCouncil(RecallCases recalls, RecallView view, RecallAuthority authority) {
        this.recalls = recalls;
        this.view = view;
        this.authority = authority;
    }

    @Override
    public Optional<Question> askedOn(Subject subject) {
        return subject.type() != Subject.Type.LOAN ? Optional.empty()
                : recalls.open(subject).filter(one -> authority.isBeyondDirector(subject))
                        .map(one -> new Question(RecallCases.MATTER, one.id()));
    }

    @Override
    public List<Figure> figures(Subject subject, Question question) {
        RecallCases.RecallCase one = recalls.needOpen(subject);
        return List.of(new Figure("principal", DongFormat.format(authority.amount(subject))),
                new Figure("pay-by", one.payBy().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))),
                new Figure("why", one.reason()));
    }

    @Override
    public boolean concerns(Matter matter) {
        return matter.kind().equals(RecallCases.MATTER);
    }

    @Override
    public String template() {
        return "risk/recall-paper";
    }

    @Override
    public Map<String, Object> shown(Matter matter) {
        return view.of(matter.subject());
    }

    @Override
    public void refuseInFavour(Matter matter) {
        view.refuseImpossible(matter.subject());
    }
}
