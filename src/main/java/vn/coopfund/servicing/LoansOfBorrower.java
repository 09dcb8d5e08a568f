package vn.coopfund.servicing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.FileSection;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.DongFormat;

/** A borrower's loans in its file, with what the fund has lent and promised to it and to those related to it. */
@Component
class LoansOfBorrower implements FileSection {

    private final JdbcClient jdbc;
    private final Borrowers borrowers;
    private final Exposures exposures;

    LoansOfBorrower(JdbcClient jdbc, Borrowers borrowers, Exposures exposures) {
        this.jdbc = jdbc;
        this.borrowers = borrowers;
        this.exposures = exposures;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "servicing.file.section";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, MonetaryAmount> sums(long borrowerId) {
        Map<String, MonetaryAmount> sums = new LinkedHashMap<>();
        sums.put("servicing.file.exposure", exposures.of(List.of(borrowerId)));
        sums.put("servicing.file.group-exposure", exposures.of(borrowers.relatedGroup(borrowerId)));
        return sums;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(long borrowerId) {
        return jdbc.sql("""
                select l.id, l.number, l.state, l.project_name, s.principal_outstanding
                from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.fund_id = ? and l.borrower_id = ? order by l.signed_on desc, l.id desc""")
                .params(Actors.current().fundId(), borrowerId).query((row, number) -> {
                    LoanState state = LoanState.valueOf(row.getString("state"));
                    return new Line(row.getString("number"), "/loans/" + row.getLong("id"), row.getString("project_name")
                            + " · " + DongFormat.format(row.getLong("principal_outstanding")), state.key(), state.tag());
                }).list();
    }
}
