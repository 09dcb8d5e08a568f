package vn.coopfund.origination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.money.Rounding;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.schedule.WorkingDayRule;

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
     * @param terms    every convention, as the loan will keep it
     * @param evidence {@code SCAN} or {@code PAPER}: how the signatures are proved
     */
    public record Contract(long applicationId, String number, LocalDate drawnUpOn, long drawnUpBy, LoanTerms terms,
            LocalDate signedOn, Long signedBy, String evidence) {
    }

    /** What was chosen, with the conventions of the regulation of that day. */
    @Transactional
    void add(long applicationId, String number, LocalDate on, long by, RepaymentTerms terms, LendingRegulation regulation) {
        jdbc.sql("""
                insert into origination.contract (id, application_id, number, drawn_up_on, drawn_up_by, months_between,
                    instalments, planned_on, first_due_on, method, principal_grace, interest_every,
                    instalment_multiple, day_count, interest_rounding, working_days, interest_follows, overdue_scope,
                    allocation_in_term, allocation_overdue)
                values (nextval('origination.contract_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(applicationId, number, on, by, count(terms.every()), terms.instalments(),
                        terms.disbursedOn(), terms.firstDueOn(), terms.method().name(), terms.principalGrace(),
                        count(terms.interestEvery()), terms.instalmentMultiple(), terms.dayCount().name(),
                        terms.interestRounding().name(), terms.workingDays().name(), terms.interestFollows(),
                        regulation.overdueScope().name(), written(regulation.allocationInTerm()),
                        written(regulation.allocationOverdue())))
                .update();
        for (int i = 0; i < terms.principals().size(); i++) {
            PrincipalDue due = terms.principals().get(i);
            jdbc.sql("insert into origination.contract_principal values (?, ?, ?, ?)")
                    .params(applicationId, i + 1, due.dueOn(), due.amount()).update();
        }
        for (int i = 0; i < terms.tranches().size(); i++) {
            Tranche tranche = terms.tranches().get(i);
            jdbc.sql("insert into origination.contract_tranche values (?, ?, ?, ?)")
                    .params(applicationId, i + 1, tranche.on(), tranche.amount()).update();
        }
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
        return jdbc.sql("""
                select c.*, d.amount, d.annual_rate, d.rate_unit, d.rate_conversion, d.overdue_factor,
                       d.late_interest_rate
                from origination.contract c join origination.decision d using (application_id)
                where application_id = ?""").param(applicationId)
                .query((row, number) -> read(row, principals(applicationId), tranches(applicationId))).optional();
    }

    private List<PrincipalDue> principals(long applicationId) {
        return jdbc.sql("select due_on, amount from origination.contract_principal where application_id = ? order by number")
                .param(applicationId).query(PrincipalDue.class).list();
    }

    private List<Tranche> tranches(long applicationId) {
        return jdbc.sql("select planned_on as \"on\", amount from origination.contract_tranche where application_id = ? "
                + "order by number").param(applicationId).query(Tranche.class).list();
    }

    private static Contract read(ResultSet row, List<PrincipalDue> principals, List<Tranche> tranches)
            throws SQLException {
        LoanTerms terms = new LoanTerms(repayment(row, principals, tranches), row.getBigDecimal("overdue_factor"),
                row.getBigDecimal("late_interest_rate"), OverdueScope.valueOf(row.getString("overdue_scope")),
                Part.order(row.getString("allocation_in_term")), Part.order(row.getString("allocation_overdue")));
        return new Contract(row.getLong("application_id"), row.getString("number"),
                row.getObject("drawn_up_on", LocalDate.class), row.getLong("drawn_up_by"), terms,
                row.getObject("signed_on", LocalDate.class), row.getObject("signed_by", Long.class),
                row.getString("evidence"));
    }

    private static RepaymentTerms repayment(ResultSet row, List<PrincipalDue> principals, List<Tranche> tranches)
            throws SQLException {
        String conversion = row.getString("rate_conversion");
        QuotedRate rate = new QuotedRate(row.getBigDecimal("annual_rate"), RateUnit.valueOf(row.getString("rate_unit")),
                conversion == null ? null : RateConversion.valueOf(conversion));
        return new RepaymentTerms(row.getLong("amount"), row.getObject("planned_on", LocalDate.class), rate,
                RepaymentMethod.valueOf(row.getString("method")), row.getInt("instalments"),
                rhythm(row.getObject("months_between", Integer.class)), row.getObject("first_due_on", LocalDate.class),
                DayCount.valueOf(row.getString("day_count")), principals, row.getInt("principal_grace"),
                rhythm(row.getObject("interest_every", Integer.class)), row.getLong("instalment_multiple"),
                WorkingDayRule.valueOf(row.getString("working_days")), row.getBoolean("interest_follows"), tranches,
                Rounding.valueOf(row.getString("interest_rounding")));
    }

    private static String written(List<Part> order) {
        return order.stream().map(Part::name).collect(Collectors.joining(","));
    }

    private static Integer count(Rhythm rhythm) {
        return rhythm == null ? null : rhythm.count();
    }

    private static Rhythm rhythm(Integer months) {
        return months == null ? null : Rhythm.months(months);
    }
}
