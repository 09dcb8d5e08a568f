package vn.coopfund.reporting;

import java.time.Instant;
import java.time.LocalDate;

/** A file made in the background; {@code rowsTotal} is what was counted when it was asked for. */
public record ExportJob(long id, String report, FileKind file, ReportWish wish, long askedBy, Instant askedAt, State state,
        long rowsDone, long rowsTotal, long size, LocalDate expiresOn) {

    /** How far it is. */
    public enum State { RUNNING, DONE, FAILED, CANCELLED }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** Whether it came to no file, so that it may be begun again. */
    public boolean isWithoutFile() {
        return state == State.FAILED || state == State.CANCELLED;
    }

    public long percent() {
        return rowsTotal == 0 ? 0 : Math.min(100, 100 * rowsDone / rowsTotal);
    }
}
