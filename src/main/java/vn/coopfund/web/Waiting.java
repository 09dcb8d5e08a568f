package vn.coopfund.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;

/** What waits for a person beside the tasks of the processes, what is late first. */
@Component
public class Waiting {

    private final ObjectProvider<WaitingWork> work;
    private final Texts texts;

    Waiting(ObjectProvider<WaitingWork> work, Texts texts) {
        this.work = work;
        this.texts = texts;
    }

    /** A line as shown. */
    public record Line(String text, String path, boolean late) {
    }

    /** For the person who looks. */
    @Transactional(readOnly = true)
    public List<Line> lines() {
        return entries(Actors.current()).stream()
                .map(entry -> new Line(texts.of(entry.code(), entry.args().toArray()), entry.path(), entry.late())).toList();
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return entries(actor).stream().mapToInt(WaitingWork.Entry::count).sum();
    }

    private List<WaitingWork.Entry> entries(Actor actor) {
        return work.orderedStream().flatMap(one -> one.waitingFor(actor).stream())
                .sorted(Comparator.comparing(entry -> !entry.late())).toList();
    }
}
