package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.simulation.FoundedFund;

/** The books of a fund of its own, for tests that close months: what they close is closed for no other test. */
public final class OwnBooks {

    private final ApplicationContext program;
    private final Staff staff;
    private final Actor founder;

    /** A fund that does business on that day. */
    public OwnBooks(ApplicationContext program, LocalDate today) {
        this.program = program;
        this.staff = new Staff(program.getBean(People.class));
        long fund = program.getBean(TransactionTemplate.class)
                .execute(status -> FoundedFund.found(program.getBean(JdbcClient.class)));
        this.founder = new Actor(-1, "founder", "founder", fund, Set.of());
        moveTo(today);
    }

    public long fund() {
        return founder.fundId();
    }

    public Actor with(Role role) {
        return Actors.as(founder, () -> staff.named(role.name().toLowerCase() + "-of-" + fund(), role));
    }

    public <T> T as(Role role, Supplier<T> work) {
        return Actors.as(with(role), work);
    }

    /** The same for an act that answers nothing. */
    public void by(Role role, Runnable act) {
        as(role, () -> {
            act.run();
            return null;
        });
    }

    public void moveTo(LocalDate day) {
        Actors.as(founder, () -> {
            program.getBean(BusinessDay.class).moveTo(day);
            return null;
        });
    }

    Posted posted(NewEntry entry) {
        return as(Role.ACCOUNTANT, () -> program.getBean(TransactionTemplate.class)
                .execute(status -> program.getBean(Journal.class).post(entry)));
    }
}
