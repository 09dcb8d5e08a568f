package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
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

    /** Writes it down; {@code run} is the classification it comes from, null where it came another way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(Loan loan, int group, LocalDate asOf, Long run) {
        jdbc.sql("insert into servicing.official_group (loan_id, as_of, debt_group, run_id) values (?, ?, ?, ?) "
                + "on conflict do nothing").params(Arrays.asList(loan.id(), asOf, group, run)).update();
        jdbc.sql("update servicing.standing set official_group = ? where loan_id = ?").params(group, loan.id()).update();
        loan.keepOfficialGroup(group);
    }
}
