package vn.coopfund.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;

/** The rows behind {@link Attachments}. */
@Repository
class AttachmentRows {

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Attachment add(Subject owner, String kind, String filename, PaperType type, byte[] bytes) {
        long id = jdbc.sql("select nextval('documents.attachment_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into documents.attachment (id, fund_id, subject_type, subject_id, kind, filename, content_type,
                    size, sha256, stored_by)
                values (:id, :fund, :type, :subject, :kind, :filename, :content, :size, :sha256, :by)""")
                .param("id", id).param("fund", Actors.current().fundId())
                .param("type", owner.type().name()).param("subject", owner.id())
                .param("kind", kind).param("filename", filename).param("content", type.contentType())
                .param("size", bytes.length).param("sha256", sha256(bytes)).param("by", actorOrNull())
                .update();
        jdbc.sql("insert into documents.attachment_content (attachment_id, bytes) values (?, ?)")
                .params(id, bytes).update();
        return find(id).orElseThrow();
    }

    List<Attachment> of(Subject owner) {
        return jdbc.sql("""
                select * from documents.attachment
                where fund_id = ? and subject_type = ? and subject_id = ? order by stored_at, id""")
                .params(Actors.current().fundId(), owner.type().name(), owner.id())
                .query(AttachmentRows::attachment).list();
    }

    Optional<Attachment> find(long id) {
        return jdbc.sql("select * from documents.attachment where id = ? and fund_id = ?")
                .params(id, Actors.current().fundId()).query(AttachmentRows::attachment).optional();
    }

    byte[] bytes(Attachment paper) {
        byte[] bytes = jdbc.sql("select bytes from documents.attachment_content where attachment_id = ?")
                .param(paper.id()).query(byte[].class).single();
        if (!sha256(bytes).equals(paper.sha256())) {
            throw new IllegalStateException("attachment " + paper.id() + " is not what was stored");
        }
        return bytes;
    }

    void withdraw(Attachment paper) {
        jdbc.sql("""
                update documents.attachment set withdrawn_at = clock_timestamp(), withdrawn_by = ?
                where id = ? and withdrawn_at is null""").params(actorOrNull(), paper.id()).update();
    }

    private static Long actorOrNull() {
        Actor actor = Actors.current();
        return actor.isSystem() ? null : actor.id();
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(row.getLong("id"),
                new Subject(Subject.Type.valueOf(row.getString("subject_type")), row.getLong("subject_id")),
                row.getString("kind"), row.getString("filename"),
                PaperType.ofContentType(row.getString("content_type")).orElseThrow(),
                row.getLong("size"), row.getString("sha256"), row.getTimestamp("stored_at").toInstant(),
                row.getObject("stored_by", Long.class), row.getTimestamp("withdrawn_at") != null);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
