package vn.coopfund.cooperatives;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.MayRead;
import vn.coopfund.web.Refusal;

/** Who sees whose file, and who sees the personal numbers in it. */
@Component
class BorrowerSight implements MayRead {

    /** Those who handle the file: they check identities, sign, or control. Who moves its money needs no numbers. */
    private static final Role[] HANDLING = {Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR,
        Role.CONTROLLER};

    private final BorrowerRepository files;
    private final SignIns signIns;

    BorrowerSight(BorrowerRepository files, SignIns signIns) {
        this.files = files;
        this.signIns = signIns;
    }

    /** The file, for somebody who may see it; to all others there is none. */
    Borrower open(long id) {
        Actor actor = Actors.current();
        Optional<Borrower> file = files.findByIdAndFundId(id, actor.fundId());
        return file.filter(found -> seesFile(actor, id)).orElseThrow(Refusal::notFound);
    }

    boolean seesNumbers(Actor actor, long borrowerId) {
        return seesAllNumbers(actor) || isOwn(actor, borrowerId);
    }

    boolean seesAllNumbers(Actor actor) {
        return actor.isSystem() || actor.isAny(HANDLING);
    }

    private boolean seesFile(Actor actor, long borrowerId) {
        return actor.isSystem() || actor.isStaff() || actor.is(Role.ADMINISTRATOR) || isOwn(actor, borrowerId);
    }

    private boolean isOwn(Actor actor, long borrowerId) {
        return signIns.borrowerOf(actor).filter(own -> own == borrowerId).isPresent();
    }

    @Override
    public boolean concerns(Subject subject) {
        return subject.type() == Subject.Type.COOPERATIVE;
    }

    /** Among these papers are pictures of identity cards. */
    @Override
    public boolean mayRead(Actor actor, Subject subject) {
        return seesNumbers(actor, subject.id());
    }
}
