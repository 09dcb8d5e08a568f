package vn.coopfund.vouchers;

import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.MayRead;

/** Who reads the papers behind orders: finance, those above it, and the controller. */
@Component
class OrderPapers implements MayRead {

    @Override
    public boolean concerns(Subject subject) {
        return subject.type() == Subject.Type.ORDER;
    }

    @Override
    public boolean mayRead(Actor actor, Subject subject) {
        return actor.isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.DIRECTOR, Role.CONTROLLER,
                Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR);
    }
}
