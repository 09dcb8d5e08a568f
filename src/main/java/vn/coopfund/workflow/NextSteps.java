package vn.coopfund.workflow;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.web.NextStep;
import vn.coopfund.web.Texts;

/** Says in words who acts next on a case. */
@Component
public class NextSteps {

    private final Inbox inbox;
    private final Texts texts;

    NextSteps(Inbox inbox, Texts texts) {
        this.inbox = inbox;
        this.texts = texts;
    }

    /** The oldest open task; null when nobody has anything to do. */
    public NextStep of(Subject subject) {
        return inbox.on(subject).stream().findFirst().map(task -> new NextStep(
                task.roles().stream().sorted().map(texts::role).collect(Collectors.joining(" / ")),
                texts.of(task.nameKey()), task.dueOn())).orElse(null);
    }
}
