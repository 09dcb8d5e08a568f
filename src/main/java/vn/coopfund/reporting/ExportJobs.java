package vn.coopfund.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** The files asked for in the background, with their content in pieces. Each belongs to who asked. */
@Component
public class ExportJobs {

    /** Days of business that a file is kept. */
    public static final int DAYS_KEPT = 7;
    static final int LEASE_SECONDS = 60;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    ExportJobs(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** The actor's own, the latest first. */
    @Transactional(readOnly = true)
    public List<ExportJob> mine() {
        return jdbc.sql("select * from reporting.export_job where asked_by = ? order by id desc limit 100")
                .param(Actors.current().id()).query(ExportJobs::read).list();
    }

    /** Writes the file out piece by piece; another's file is not there. */
    @Transactional(readOnly = true)
    public void read(long id, OutputStream out) throws IOException {
        done(id);
        int number = 1;
        for (List<byte[]> next = chunk(id, number); !next.isEmpty(); next = chunk(id, ++number)) {
            out.write(next.get(0));
        }
    }

    /** @throws Refusal where it is not the actor's */
    @Transactional(readOnly = true)
    public ExportJob mine(long id) {
        return jdbc.sql("select * from reporting.export_job where id = ? and asked_by = ?")
                .params(id, Actors.current().id()).query(ExportJobs::read).optional().orElseThrow(Refusal::notFound);
    }

    /** @throws Refusal where there is no file of the actor's, or its last day is over */
    ExportJob done(long id) {
        ExportJob job = mine(id);
        if (!job.isDone() || job.expiresOn().isBefore(businessDay.today())) {
            throw Refusal.notFound();
        }
        return job;
    }

    private List<byte[]> chunk(long id, int number) {
        return jdbc.sql("select bytes from reporting.export_chunk where job_id = ? and number = ?").params(id, number)
                .query(byte[].class).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(Report report, FileKind file, ReportWish wish, long rows) {
        long id = jdbc.sql("select nextval('reporting.export_job_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into reporting.export_job (id, fund_id, report, file, from_day, to_day, account, loan_id, borrower,
                    grouping, language, asked_by, rows_total, expires_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), report.code(), file.name(), wish.from(), wish.to(),
                        wish.account(), wish.loan(), wish.borrower(), wish.by().name(), wish.locale().getLanguage(),
                        Actors.current().id(), rows, businessDay.today().plusDays(DAYS_KEPT))).update();
        return id;
    }

    ExportJob byId(long id) {
        return jdbc.sql("select * from reporting.export_job where id = ?").param(id).query(ExportJobs::read).single();
    }

    /** All that are not finished, of every fund. */
    List<Long> running() {
        return jdbc.sql("select id from reporting.export_job where state = 'RUNNING' order by id").query(Long.class).list();
    }

    /** True when the holder has it for the next minute, and begins it afresh; false while another has, or it is finished. */
    @Transactional
    public boolean lease(long id, String holder) {
        boolean taken = jdbc.sql("""
                update reporting.export_job set holder = :holder, rows_done = 0, size = 0,
                    lease_until = clock_timestamp() + make_interval(secs => :seconds)
                where id = :id and state = 'RUNNING' and (holder is null or lease_until < clock_timestamp())""")
                .param("holder", holder).param("seconds", LEASE_SECONDS).param("id", id).update() == 1;
        if (taken) {
            jdbc.sql("delete from reporting.export_chunk where job_id = ?").param(id).update();
        }
        return taken;
    }

    /**
     * Keeps a piece and the lease; while the rows are being read, so in a transaction of its own. False where it was
     * cancelled or somebody else works on it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean keep(long id, String holder, int number, byte[] bytes, long rows) {
        boolean held = hold(id, holder, bytes.length, rows);
        if (held) {
            jdbc.sql("insert into reporting.export_chunk values (?, ?, ?)").params(id, number, bytes).update();
        }
        return held;
    }

    /** Keeps the lease alone, of a file that is not there before its end; otherwise as {@link #keep}. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean reach(long id, String holder, long rows) {
        return hold(id, holder, 0, rows);
    }

    private boolean hold(long id, String holder, int size, long rows) {
        return jdbc.sql("""
                update reporting.export_job set rows_done = :rows, size = size + :size,
                    lease_until = clock_timestamp() + make_interval(secs => :seconds)
                where id = :id and holder = :holder and state = 'RUNNING'""")
                .param("rows", rows).param("size", size).param("seconds", LEASE_SECONDS).param("id", id)
                .param("holder", holder).update() == 1;
    }

    /** True the first time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(long id, String holder, ExportJob.State how, long rows) {
        return jdbc.sql("update reporting.export_job set state = ?, rows_done = ?, holder = null where id = ? and holder = ? "
                + "and state = 'RUNNING'").params(how.name(), rows, id, holder).update() == 1;
    }

    /** Stops it, or begins it again; false where it stood otherwise. Whoever works on it finds out at the next piece. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean change(ExportJob job, ExportJob.State how, long rowsTotal) {
        boolean changed = jdbc.sql("""
                update reporting.export_job set state = :how, holder = null, lease_until = null, rows_done = 0, size = 0,
                    rows_total = :rows, expires_on = :expires where id = :id and state = :before""")
                .param("how", how.name()).param("rows", rowsTotal).param("id", job.id()).param("before", job.state().name())
                .param("expires", businessDay.today().plusDays(DAYS_KEPT)).update() == 1;
        if (changed) {
            jdbc.sql("delete from reporting.export_chunk where job_id = ?").param(job.id()).update();
        }
        return changed;
    }

    /** Lets go without an end: the next begins it again. */
    @Transactional
    public void release(long id, String holder) {
        jdbc.sql("update reporting.export_job set holder = null where id = ? and holder = ?").params(id, holder).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    int dropOld(LocalDate day) {
        return jdbc.sql("delete from reporting.export_job where fund_id = ? and expires_on <= ?")
                .params(Actors.current().fundId(), day).update();
    }

    private static ExportJob read(ResultSet row, int number) throws SQLException {
        return new ExportJob(row.getLong("id"), row.getString("report"), FileKind.valueOf(row.getString("file")),
                new ReportWish(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                        row.getString("account"), row.getObject("loan_id", Long.class), row.getString("borrower"),
                        ReportWish.Grouping.valueOf(row.getString("grouping")), Locale.forLanguageTag(row.getString("language"))),
                row.getLong("asked_by"), row.getTimestamp("asked_at").toInstant(),
                ExportJob.State.valueOf(row.getString("state")), row.getLong("rows_done"), row.getLong("rows_total"),
                row.getLong("size"), row.getObject("expires_on", LocalDate.class));
    }
}
