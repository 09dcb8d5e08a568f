package vn.coopfund.workflow;

import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;

/** Where the page of a case is, whichever room owns it. */
@Component
public class CasePaths {

    private final ObjectProvider<CaseSubjects> subjects;

    CasePaths(ObjectProvider<CaseSubjects> subjects) {
        this.subjects = subjects;
    }

    /** The line by which people know the case. */
    public String title(Subject subject) {
        return subjects.stream().filter(owner -> owner.concerns(subject.type())).findFirst()
                .map(owner -> owner.title(subject.id())).orElse("");
    }

    /** The people who sign in for the borrower of the case. */
    Collection<Long> signInsOf(Subject subject) {
        return subjects.stream().filter(owner -> owner.concerns(subject.type())).findFirst()
                .map(owner -> owner.signInsOf(subject.id())).orElse(List.of());
    }

    public String of(Subject subject) {
        return subjects.stream().filter(owner -> owner.concerns(subject.type())).findFirst()
                .map(owner -> owner.path(subject.id())).orElse("/inbox");
    }
}
