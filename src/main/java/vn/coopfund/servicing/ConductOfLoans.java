package vn.coopfund.servicing;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.origination.LoanConduct;

/** Tells an appraisal how loans before were paid: from where they stand today, not from a replay. */
@Component
class ConductOfLoans implements LoanConduct {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    ConductOfLoans(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    private record Stands(long loanId, Standing standing) {
    }

    @Override
    public Map<Long, Standing> of(Collection<Long> loanIds) {
        return jdbc.sql("""
                select l.id as loan_id, case when l.charged_off_on is not null then 'CHARGED_OFF'
                    when l.settled_on is not null then 'SETTLED'
                    when greatest(s.official_group, s.indicative_group) >= 3 then 'BAD'
                    when s.next_due_on < :today then 'OVERDUE' else 'ON_TIME' end as standing
                from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.id = any (:loans) and l.disbursed_on is not null""")
                .param("today", businessDay.today()).param("loans", loanIds.toArray(Long[]::new))
                .query((row, number) -> new Stands(row.getLong("loan_id"), Standing.valueOf(row.getString("standing"))))
                .list().stream().collect(Collectors.toMap(Stands::loanId, Stands::standing));
    }
}
