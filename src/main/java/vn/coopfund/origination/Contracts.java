package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loan contracts, drawn up once for an approved application and signed once. */
@Component
public class Contracts {

    private final JdbcClient jdbc;

    Contracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A contract.
     *
     * @param monthsBetween months from one instalment to the next
     * @param plannedOn     the day the money is to be paid out; the due dates count from it
     * @param evidence      {@code SCAN} or {@code PAPER}: how the signatures are proved
     */
    public record Contract(long id, long applicationId, String number, LocalDate drawnUpOn, long drawnUpBy,
            int monthsBetween, int instalments, LocalDate plannedOn, LocalDate firstDueOn, LocalDate signedOn,
            Long signedBy, String evidence) {
    }

    @Transactional
    void add(Contract contract) {
        jdbc.sql("""
                insert into origination.contract (id, application_id, number, drawn_up_on, drawn_up_by, months_between,
                    instalments, planned_on, first_due_on)
                values (nextval('origination.contract_seq'), ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(contract.applicationId(), contract.number(), contract.drawnUpOn(), contract.drawnUpBy(),
                        contract.monthsBetween(), contract.instalments(), contract.plannedOn(), contract.firstDueOn())
                .update();
    }

    @Transactional
    void sign(long applicationId, LocalDate on, long by, String evidence) {
        jdbc.sql("update origination.contract set signed_on = ?, signed_by = ?, evidence = ? "
                        + "where application_id = ? and signed_on is null")
                .params(on, by, evidence, applicationId).update();
    }

    /** An id for the loan that is about to be made. */
    long allotLoanId() {
        return jdbc.sql("select nextval('origination.loan_id_seq')").query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public Optional<Contract> of(long applicationId) {
        return jdbc.sql("select * from origination.contract where application_id = ?").param(applicationId)
                .query(Contract.class).optional();
    }
}
