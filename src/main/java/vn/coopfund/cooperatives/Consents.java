package vn.coopfund.cooperatives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The consents that were given and withdrawn. */
@Component
public class Consents {

    /** The version of the text that is shown today; a change of the words is a new version. */
    public static final String TEXT_VERSION = "2026-01";

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One consent; {@code withdrawnAt} is null while it is in force. */
    public record Consent(long id, String personName, List<ConsentPurpose> purposes, String textVersion, String evidence,
            LocalDate givenOn, Instant recordedAt, Instant withdrawnAt) {
    }

    /** All consents of a borrower, the latest first. */
    public List<Consent> of(long borrowerId) {
        return jdbc.sql("select * from cooperatives.consent where borrower_id = ? order by id desc").param(borrowerId)
                .query(Consents::consent).list();
    }

    /** The one that is not withdrawn. */
    public Optional<Consent> standing(long borrowerId) {
        return of(borrowerId).stream().filter(consent -> consent.withdrawnAt() == null).findFirst();
    }

    /** Whether today's representative has consented to all that lending needs. */
    public boolean inForce(long borrowerId) {
        return jdbc.sql("""
                select exists (select 1 from cooperatives.consent c
                    join cooperatives.representative r on r.borrower_id = c.borrower_id and r.citizen_number = c.citizen_number
                    where c.borrower_id = :borrower and c.withdrawn_at is null and c.purposes @> cast(:needed as text[]))""")
                .param("borrower", borrowerId)
                .param("needed", ConsentPurpose.allNeeded().stream().map(Enum::name).toArray(String[]::new))
                .query(Boolean.class).single();
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        return new Consent(row.getLong("id"), row.getString("person_name"),
                Arrays.stream((String[]) row.getArray("purposes").getArray()).map(ConsentPurpose::valueOf).toList(),
                row.getString("text_version"), row.getString("evidence"), row.getObject("given_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getTimestamp("withdrawn_at") == null ? null : row.getTimestamp("withdrawn_at").toInstant());
    }
}
