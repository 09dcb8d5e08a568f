package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.origination.ContractSigned;

/** What secures the loans, and what it is worth. */
@Component
public class Collaterals {

    private final JdbcClient jdbc;

    Collaterals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An item with its value on a day.
     *
     * @param kind     MORTGAGE, PLEDGE or GUARANTEE
     * @param value    đồng, as last appraised
     * @param valuedOn null where it was never appraised
     * @param loans    all loans it secures
     */
    public record Item(long id, String kind, String description, long value, LocalDate valuedOn, List<Long> loans) {
    }

    /** The items that secure loans on a day. */
    @Transactional(readOnly = true)
    public List<Item> on(LocalDate day) {
        return items("", Map.of("fund", Actors.current().fundId(), "day", day));
    }

    /** Those of one loan. */
    @Transactional(readOnly = true)
    public List<Item> of(long loan, LocalDate day) {
        return items("and exists (select 1 from servicing.collateral_of_loan x where x.collateral_id = c.id "
                + "and x.loan_id = :loan)", Map.of("fund", Actors.current().fundId(), "day", day, "loan", loan));
    }

    private List<Item> items(String filter, Map<String, Object> params) {
        return jdbc.sql("""
                select c.id, c.kind, c.description, coalesce(v.amount, 0) as value, v.valued_on, o.loans
                from servicing.collateral c
                join (select collateral_id, array_agg(loan_id order by loan_id) as loans from servicing.collateral_of_loan
                      where from_on <= :day group by collateral_id) as o on o.collateral_id = c.id
                left join lateral (select amount, valued_on from servicing.collateral_value v
                    where v.collateral_id = c.id and v.valued_on <= :day
                    order by v.valued_on desc, v.recorded_at desc limit 1) as v on true
                where c.fund_id = :fund\s""" + filter + " order by c.id").params(params)
                .query((row, number) -> new Item(row.getLong("id"), row.getString("kind"), row.getString("description"),
                        row.getLong("value"), row.getObject("valued_on", LocalDate.class),
                        List.of((Long[]) row.getArray("loans").getArray()))).list();
    }

    /** The security of a contract, with the value of the appraisal behind it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(ContractSigned contract) {
        if (!contract.secured()) {
            return;
        }
        record Appraised(String kind, Long value, LocalDate on) {
        }
        Appraised appraised = jdbc.sql("""
                select a.security_kind as kind, p.collateral_value as value, p.appraised_on as "on"
                from origination.application a left join origination.appraisal p on p.application_id = a.id
                where a.id = ? order by p.id desc limit 1""").param(contract.applicationId()).query(Appraised.class)
                .optional().orElse(new Appraised("MORTGAGE", null, null));
        long id = jdbc.sql("select nextval('servicing.collateral_seq')").query(Long.class).single();
        jdbc.sql("insert into servicing.collateral (id, fund_id, kind, description) values (?, ?, ?, ?)")
                .params(id, contract.fundId(), appraised.kind(),
                        contract.security() == null ? contract.contractNumber() : contract.security()).update();
        secure(id, contract.loanId(), contract.signedOn());
        if (appraised.value() != null) {
            value(id, appraised.value(), appraised.on(), null);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void secure(long collateral, long loan, LocalDate from) {
        jdbc.sql("insert into servicing.collateral_of_loan (loan_id, collateral_id, from_on) values (?, ?, ?) "
                + "on conflict do nothing").params(loan, collateral, from).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void value(long collateral, long amount, LocalDate on, String paper) {
        jdbc.sql("insert into servicing.collateral_value (collateral_id, valued_on, amount, paper, valued_by) "
                        + "values (?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(collateral, on, amount, paper,
                        Actors.current().isSystem() ? null : Actors.current().id())).update();
    }

    @Transactional(readOnly = true)
    Item get(long id, LocalDate day) {
        return on(day).stream().filter(item -> item.id() == id).findFirst()
                .orElseThrow(vn.coopfund.web.Refusal::notFound);
    }
}
