package vn.coopfund.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.RegisterBorrower;

/**
 * A small fund in which a seed's year happens: its people, its borrowers and its chance. All that can be done next is
 * read from the database, so that a crash leaves nothing to forget.
 */
final class Fund {

    private static final int BORROWERS = 3;

    final long id;
    final Random random;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final List<Long> borrowers;
    private final ApplicationContext program;
    private final Staff staff;
    private final Actor founder;
    private long counted;

    Fund(ApplicationContext program, long seed, LocalDate begins) {
        this.program = program;
        this.random = new Random(seed);
        this.jdbc = program.getBean(JdbcClient.class);
        this.transaction = program.getBean(TransactionTemplate.class);
        this.staff = new Staff(program.getBean(People.class));
        this.id = transaction.execute(status -> FoundedFund.found(jdbc));
        this.founder = new Actor(-1, "founder", "founder", id, Set.of());
        Actors.as(founder, () -> {
            program.getBean(BusinessDay.class).moveTo(begins);
            return null;
        });
        this.borrowers = random.ints(BORROWERS).mapToObj(any -> as(person(Role.LOAN_OFFICER), () -> program
                .getBean(RegisterBorrower.class).register(BorrowerKind.COOPERATIVE,
                        BorrowerFixture.cooperative("HTX mô phỏng")).id())).toList();
    }

    /** The act, or whatever else of the program. */
    <T> T the(Class<T> type) {
        return program.getBean(type);
    }

    void publish(Object event) {
        program.publishEvent(event);
    }

    Actor person(Role... roles) {
        return person("a", roles);
    }

    Actor colleague(Role... roles) {
        return person("b", roles);
    }

    private Actor person(String which, Role... roles) {
        return Actors.as(founder, () -> staff.named(which + "-" + id + "-" + Arrays.toString(roles).toLowerCase(), roles));
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work);
    }

    <T> T as(Role role, Supplier<T> work) {
        return as(person(role), work);
    }

    /** Somebody of that role does it. */
    Deed deed(Role role, Deed.Again again, String words, Supplier<?> act) {
        return new Deed(words, person(role), colleague(role), again, act);
    }

    LocalDate today() {
        return jdbc.sql("select day from calendar.business_day where fund_id = ?").param(id).query(LocalDate.class).single();
    }

    /** One of the ids that the question finds, the fund being its one parameter. */
    Optional<Long> one(String sql) {
        return one(jdbc.sql(sql).param("fund", id).query(Long.class).list());
    }

    <T> Optional<T> one(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    long between(long least, long most) {
        return least + (long) (random.nextDouble() * (most - least + 1));
    }

    /** A number that this fund has not used yet. */
    long next() {
        return ++counted;
    }
}
