package vn.coopfund.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.notices.Notices;

/**
 * Makes files in the background, one after another, each as the person who asked. What a crash left behind is begun again
 * at the next start, as soon as the lease of who died is over; a lease sees to it that two nodes do not work on the same.
 */
@Component
class ExportWorker implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ExportWorker.class);
    private static final long PATIENCE_SECONDS = 30;

    private final ExportJobs jobs;
    private final Reports reports;
    private final ReportFile file;
    private final ReportPaper paper;
    private final People people;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final String holder = UUID.randomUUID().toString();
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "export");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    ExportWorker(ExportJobs jobs, Reports reports, ReportFile file, ReportPaper paper, People people,
            Notices notices, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.reports = reports;
        this.file = file;
        this.paper = paper;
        this.people = people;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jobs.running().forEach(id -> background.execute(() -> work(id)));
    }

    @TransactionalEventListener
    void wake(ExportAsked asked) {
        background.execute(() -> work(asked.id()));
    }

    /** Waits until what was asked for so far has been worked on. */
    void settle() {
        try {
            background.submit(() -> { }).get();
        } catch (InterruptedException | ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How many wait, for their turn or for another's lease to end. */
    int waiting() {
        return background.getQueue().size();
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        background.shutdown();
        background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void work(long id) {
        if (stopping) {
            return;
        }
        if (jobs.lease(id, holder)) {
            ExportJob job = jobs.byId(id);
            Actor asker = people.find(job.askedBy()).orElseThrow();
            Actors.as(asker, () -> {
                make(job);
                return null;
            });
        } else if (jobs.running().contains(id)) {
            background.schedule(() -> work(id), ExportJobs.LEASE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void make(ExportJob job) {
        Pieces pieces = new Pieces(job.id());
        try {
            Report report = reports.named(job.report());
            if (job.file() == FileKind.PDF) {
                paper.write(report, job.wish(), pieces, pieces::reach);
            } else {
                job.file().table().write(pieces, file.heads(report, job.wish().locale()),
                        rows -> file.write(report, job.wish(), rows, pieces::count));
            }
            pieces.close();
            end(job, ExportJob.State.DONE, pieces.rows, "reporting.notice.export-done");
        } catch (Stopped stopped) {
            jobs.release(job.id(), holder);
        } catch (IOException | RuntimeException failure) {
            log.error("Export {} could not be made", job.id(), failure);
            end(job, ExportJob.State.FAILED, pieces.rows, "reporting.notice.export-failed");
        }
    }

    private void end(ExportJob job, ExportJob.State how, long rows, String notice) {
        transaction.executeWithoutResult(status -> {
            if (jobs.end(job.id(), holder, how, rows)) {
                notices.tell(List.of(job.askedBy()), "/reports/exports", notice, "#reporting.report." + job.report());
            }
        });
    }

    /** The program ends, and the file is begun again at the next start; or nobody waits for it any more. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Puts the file away a megabyte at a time. */
    private final class Pieces extends OutputStream {

        private static final int SIZE = 1 << 20;

        private final long job;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(SIZE + (1 << 16));
        private int number;
        private long rows;

        Pieces(long job) {
            this.job = job;
        }

        void count() {
            rows++;
        }

        /** So far nothing of the file is there: what is made goes on, or is wanted no more. */
        void reach(long rows) {
            this.rows = rows;
            if (stopping || !jobs.reach(job, holder, rows)) {
                throw new Stopped();
            }
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            piece.write(bytes, from, length);
            if (piece.size() >= SIZE) {
                keep();
            }
        }

        private void keep() {
            if (stopping) {
                throw new Stopped();
            }
            if (!jobs.keep(job, holder, ++number, piece.toByteArray(), rows)) {
                throw new Stopped();
            }
            piece.reset();
        }

        @Override
        public void close() {
            if (piece.size() > 0) {
                keep();
            }
        }
    }
}
