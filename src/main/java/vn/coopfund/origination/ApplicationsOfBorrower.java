package vn.coopfund.origination;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.cooperatives.FileSection;

/** A borrower's applications in its file; a draft that the borrower keeps to itself is not among them. */
@Component
class ApplicationsOfBorrower implements FileSection {

    private final JdbcClient jdbc;

    ApplicationsOfBorrower(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String titleKey() {
        return "origination.file.section";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(long borrowerId) {
        return jdbc.sql("""
                select id, number, project_name, state from origination.application
                where fund_id = ? and borrower_id = ? and number is not null order by submitted_on desc, id desc""")
                .params(Actors.current().fundId(), borrowerId).query((row, number) -> {
                    ApplicationState state = ApplicationState.valueOf(row.getString("state"));
                    return new Line(row.getString("number"), "/applications/" + row.getLong("id"),
                            row.getString("project_name"), state.key(), state.tag());
                }).list();
    }
}
