package vn.coopfund.funding;

import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.MayRead;

/** Who reads the papers behind contributions: who reads the contributions. */
@Component
class ContributionPapers implements MayRead {

    @Override
    public boolean concerns(Subject subject) {
        return subject.type() == Subject.Type.CONTRIBUTION;
    }

    @Override
    public boolean mayRead(Actor actor, Subject subject) {
        return actor.isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER,
                Role.COUNCIL_CHAIR);
    }
}
