package vn.coopfund.origination;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;

/** Who files a kind of paper, when, and who reads it. */
enum PaperRule {

    /** What the borrower brings: itself while the file is in its hands, the loan officer as long as the case is open. */
    BROUGHT(Role.BORROWER, Role.LOAN_OFFICER) {
        @Override
        boolean isInTime(Actor actor, ApplicationView application, BooleanSupplier contractDrawnUp) {
            return actor.is(Role.LOAN_OFFICER) ? application.state().isOpen() : application.isEditable();
        }
    },

    /** The scan of the contract with all signatures: once there is a contract to sign. */
    CONTRACT(Role.LOAN_OFFICER) {
        @Override
        boolean isInTime(Actor actor, ApplicationView application, BooleanSupplier contractDrawnUp) {
            return application.state().isOpen() && contractDrawnUp.getAsBoolean();
        }
    },

    /** What the appraiser brings from the visit: while the file is being appraised; not for the borrower to read. */
    APPRAISAL(Role.APPRAISER) {
        @Override
        boolean isInTime(Actor actor, ApplicationView application, BooleanSupplier contractDrawnUp) {
            return IN_APPRAISAL.contains(application.state());
        }

        @Override
        boolean mayRead(Actor actor) {
            return actor.isStaff() || actor.isSystem();
        }
    };

    static final String SIGNED_CONTRACT = "SIGNED_CONTRACT";
    private static final String FIELD_VISIT = "FIELD_VISIT";
    private static final Set<ApplicationState> IN_APPRAISAL =
            EnumSet.of(ApplicationState.IN_APPRAISAL, ApplicationState.RETURNED);

    private final Role[] filers;

    PaperRule(Role... filers) {
        this.filers = filers;
    }

    static PaperRule of(String kind) {
        return switch (kind) {
            case SIGNED_CONTRACT -> CONTRACT;
            case FIELD_VISIT -> APPRAISAL;
            default -> BROUGHT;
        };
    }

    Set<Role> filers() {
        return Set.of(filers);
    }

    boolean isFiledBy(Actor actor) {
        return actor.isSystem() || actor.isAny(filers);
    }

    abstract boolean isInTime(Actor actor, ApplicationView application, BooleanSupplier contractDrawnUp);

    /** Of those who may see the application at all. */
    boolean mayRead(Actor actor) {
        return true;
    }
}
