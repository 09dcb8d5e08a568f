package vn.coopfund.collateral;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Notes the insurance of an item, or the one that follows it. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class InsureItem {

    private final Items items;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    InsureItem(Items items, JdbcClient jdbc, BusinessDay businessDay, CaseEvents events) {
        this.items = items;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.events = events;
    }

    public void insure(long id, String policy, LocalDate until) {
        new Refusal.Problems().addIf(policy == null || policy.isBlank(), "policy", "collateral.refused.required")
                .addIf(until == null, "until", "collateral.refused.required")
                .addIf(until != null && until.isBefore(businessDay.today()), "until", "collateral.rule.over", businessDay.today())
                .refuseIfAny();
        Item item = items.lock(id);
        jdbc.sql("update collateral.item set policy = ?, insured_until = ? where id = ?").params(policy.strip(), until, id).update();
        events.tell(item.subject(), "collateral.event.insured", policy.strip(), until);
    }
}
