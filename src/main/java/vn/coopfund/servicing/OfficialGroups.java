package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The debt group that drives accrual and provision: that of the last approved month end, 1 until the first. */
@Component
class OfficialGroups {

    private final JdbcClient jdbc;

    OfficialGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int of(Loan loan) {
        return loan.officialGroup(() -> jdbc.sql("select official_group from servicing.standing where loan_id = ?")
                .param(loan.id()).query(Integer.class).optional().orElse(1));
    }

    /** In which it stood at the end of a day: a month's classification counts from the day on which it was approved. */
    int on(Loan loan, LocalDate day) {
        return jdbc.sql("select debt_group from (" + HISTORY + ") as was where since <= :day order by as_of desc limit 1")
                .param("loan", loan.id()).param("day", day).query(Integer.class).optional().orElse(1);
    }

    /** The days after one on which it came to stand, or stayed, in a group whose interest is no income until it comes. */
    List<LocalDate> stopsAfter(Loan loan, LocalDate day) {
        return jdbc.sql("select distinct since from (" + HISTORY + ") as was where since > :day and debt_group > 1 order by since")
                .param("loan", loan.id()).param("day", day).query(LocalDate.class).list();
    }

    private static final String HISTORY = """
            select g.as_of, coalesce(r.approved_on, g.as_of) as since, g.debt_group from servicing.official_group g
            left join servicing.classification_run r on r.id = g.run_id where g.loan_id = :loan""";

    /** Writes it down; {@code run} is the classification it comes from, null where it came another way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(Loan loan, int group, LocalDate asOf, Long run) {
        jdbc.sql("insert into servicing.official_group (loan_id, as_of, debt_group, run_id) values (?, ?, ?, ?) "
                + "on conflict do nothing").params(Arrays.asList(loan.id(), asOf, group, run)).update();
        jdbc.sql("update servicing.standing set official_group = ? where loan_id = ?").params(group, loan.id()).update();
        loan.keepOfficialGroup(group);
    }
}
