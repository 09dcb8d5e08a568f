package vn.coopfund.ledger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Seals behind the posting, every few seconds by the wall clock. What a crash left waiting is taken up at the next start. */
@Component
class SealingWorker implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SealingWorker.class);
    private static final long PATIENCE_SECONDS = 10;

    private final SealEntries entries;
    private final Duration every;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sealing");
        thread.setDaemon(true);
        return thread;
    });

    /** @param every zero: never, sealing is left to the close of a day */
    SealingWorker(SealEntries entries, @Value("${coopfund.sealing.every:10s}") Duration every) {
        this.entries = entries;
        this.every = every;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!every.isZero()) {
            background.scheduleWithFixedDelay(this::work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void work() {
        try {
            while (entries.seal() == SealEntries.AT_A_TIME && !background.isShutdown()) {
                log.debug("sealed {} entries", SealEntries.AT_A_TIME);
            }
        } catch (RuntimeException failure) {
            log.error("Entries could not be sealed", failure);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        background.shutdownNow();
        background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
