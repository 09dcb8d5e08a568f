package vn.coopfund.notices;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import vn.coopfund.web.Sentences;
import vn.coopfund.web.Texts;

/** Sends the outbox in the background where a mail server is configured; without one nothing is sent and nothing waits. */
@Component
class MailWorker implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MailWorker.class);
    private static final long EVERY_SECONDS = 20;
    private static final long PATIENCE_SECONDS = 30;

    private final ObjectProvider<JavaMailSender> servers;
    private final MailOutbox outbox;
    private final Sentences sentences;
    private final Texts texts;
    private final String from;
    private final String site;
    private ScheduledExecutorService background;

    MailWorker(ObjectProvider<JavaMailSender> servers, MailOutbox outbox, Sentences sentences, Texts texts,
            @Value("${coopfund.mail.from}") String from, @Value("${coopfund.mail.site}") String site) {
        this.servers = servers;
        this.outbox = outbox;
        this.sentences = sentences;
        this.texts = texts;
        this.from = from;
        this.site = site;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        servers.ifAvailable(server -> {
            MailServer mail = new MailServer(server, outbox, sentences, texts, from, site);
            background = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "mail");
                thread.setDaemon(true);
                return thread;
            });
            background.scheduleWithFixedDelay(() -> round(mail), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        });
    }

    private static void round(MailServer mail) {
        try {
            mail.round();
        } catch (RuntimeException failure) {
            log.error("The outbox could not be sent now", failure);
        }
    }

    /** Whether there is a server at all. */
    boolean on() {
        return servers.getIfAvailable() != null;
    }

    @Override
    public void destroy() throws InterruptedException {
        if (background != null) {
            background.shutdown();
            background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
