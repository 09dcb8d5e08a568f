package vn.coopfund.reporting;

import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.MayRead;

/** Who reads the papers of a finding: who reads the finding. */
@Component
class FindingPapers implements MayRead {

    private final Findings findings;

    FindingPapers(Findings findings) {
        this.findings = findings;
    }

    @Override
    public boolean concerns(Subject subject) {
        return subject.type() == Subject.Type.FINDING;
    }

    @Override
    public boolean mayRead(Actor actor, Subject subject) {
        return findings.find(actor, subject.id()).isPresent();
    }
}
