package vn.coopfund.calendar;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;

/**
 * Closes days in the background for the person who asked, each in a transaction of its own. What a crash left behind
 * goes on at the next start, at the open day; a lease sees to it that two nodes do not work on the same.
 */
@Component
class CatchUpWorker implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CatchUpWorker.class);
    private static final long PATIENCE_SECONDS = 30;

    private final CatchUps catchUps;
    private final CloseDay closeDay;
    private final People people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final String holder = UUID.randomUUID().toString();
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "catch-up");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    CatchUpWorker(CatchUps catchUps, CloseDay closeDay, People people,
            TransactionTemplate transaction, ApplicationEventPublisher publisher) {
        this.catchUps = catchUps;
        this.closeDay = closeDay;
        this.people = people;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        catchUps.running().forEach(id -> background.execute(() -> work(id)));
    }

    @TransactionalEventListener
    void wake(CatchUpAsked asked) {
        background.execute(() -> work(asked.id()));
    }

    /** The day being closed is closed before the database goes. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        background.shutdownNow();
        background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Until all days are closed, one cannot be, or the program stops. */
    void work(long id) {
        try {
            while (!stopping && catchUps.byId(id).isRunning()) {
                if (catchUps.lease(id, holder)) {
                    closeNext(catchUps.byId(id));
                } else {
                    TimeUnit.SECONDS.sleep(1);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            catchUps.release(id, holder);
        }
    }

    private void closeNext(CatchUp wish) {
        Actor asker = people.find(wish.askedBy()).orElseThrow();
        if (wish.open().isAfter(wish.through())) {
            end(asker, wish, CatchUp.State.DONE, wish.through());
            return;
        }
        try {
            Actors.as(asker, () -> closeDay.close(wish.open(), wish.through()));
        } catch (RuntimeException failure) {
            log.error("Day {} could not be closed", wish.open(), failure);
            end(asker, wish, CatchUp.State.FAILED, wish.open());
        }
    }

    private void end(Actor asker, CatchUp wish, CatchUp.State how, LocalDate day) {
        Actors.as(asker, () -> transaction.execute(status -> {
            if (catchUps.end(wish.id(), how)) {
                publisher.publishEvent(new CatchUpEnded(asker.id(), day, how == CatchUp.State.FAILED));
            }
            return null;
        }));
    }
}
