package vn.coopfund.people;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.PasswordRule;
import vn.coopfund.access.People;
import vn.coopfund.access.SignInFailures;
import vn.coopfund.web.Refusal;

/** Everybody changes the own password, knowing the old one; every other session of the person ends. */
@Act
public class ChangeOwnPassword {

    private final People people;
    private final SignInFailures failures;

    ChangeOwnPassword(People people, SignInFailures failures) {
        this.people = people;
        this.failures = failures;
    }

    /**
     * @param source  where the person sits, since wrong old passwords count as failed sign-ins from there
     * @param session the session to keep
     */
    public void change(String old, String fresh, String again, String source, String session) {
        Actor actor = Actors.current();
        if (failures.locked(actor.username(), source)) {
            throw Refusal.invalid("old", "access.sign-in.locked");
        }
        if (!people.hasPassword(actor.id(), old == null ? "" : old)) {
            failures.failed(actor.username(), source);
            throw Refusal.invalid("old", "people.refused.old");
        }
        Refusal.Problems problems = new Refusal.Problems();
        PasswordRule.problem(actor.username(), fresh).ifPresent(problem -> problems.add("fresh", problem));
        problems.addIf(fresh != null && fresh.equals(old), "fresh", "people.refused.same-password")
                .addIf(!problems.any() && !fresh.equals(again), "again", "access.set-up.different").refuseIfAny();
        people.setPassword(actor.id(), fresh, session);
    }
}
