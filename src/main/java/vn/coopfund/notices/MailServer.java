package vn.coopfund.notices;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import vn.coopfund.web.Sentences;
import vn.coopfund.web.Texts;

/** Hands one mail after another to the server, and tells apart what it surely has not taken from what nobody knows. */
class MailServer {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int NEVER = 500;

    private final JavaMailSender server;
    private final MailOutbox outbox;
    private final Sentences sentences;
    private final Texts texts;
    private final String from;
    private final String site;

    MailServer(JavaMailSender server, MailOutbox outbox, Sentences sentences, Texts texts, String from, String site) {
        this.server = server;
        this.outbox = outbox;
        this.sentences = sentences;
        this.texts = texts;
        this.from = from;
        this.site = site;
    }

    /** What became of a letter: it went out, it can go nowhere, or going on makes no sense now. */
    private enum End { SENT, REFUSED, STOP }

    /** Sends what waits; where the server cannot be reached the rest waits too. Returns how many went out. */
    int round() {
        outbox.leaveHalfSent();
        outbox.gather();
        int sent = 0;
        boolean reached = false;
        for (var letter = outbox.take(); letter.isPresent(); letter = outbox.take()) {
            End end = reached || reach(letter.get()) ? send(letter.get()) : End.STOP;
            if (end == End.STOP) {
                return sent;
            }
            reached = true;
            sent += end == End.SENT ? 1 : 0;
        }
        return sent;
    }

    /** Before a letter is handed over at all: a server that does not even greet has surely not taken it. */
    private boolean reach(MailOutbox.Letter letter) {
        try {
            if (server instanceof JavaMailSenderImpl known) {
                known.testConnection();
            }
            return true;
        } catch (MessagingException unreachable) {
            outbox.failed(letter.id(), unreachable.toString(), false);
            return false;
        }
    }

    private End send(MailOutbox.Letter letter) {
        MimeMessage message;
        try {
            message = written(letter);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            outbox.failed(letter.id(), unwritable.toString(), true);
            return End.REFUSED;
        }
        try {
            server.send(message);
            outbox.sent(letter.id());
            return End.SENT;
        } catch (MailException failure) {
            String problem = causes(failure).reduce((first, last) -> last).map(String::valueOf).orElse("");
            boolean refused = causes(failure).anyMatch(MailServer::isRefusedForGood);
            if (refused || causes(failure).anyMatch(MailServer::hasNotTakenIt)) {
                outbox.failed(letter.id(), problem, refused);
                return refused ? End.REFUSED : End.STOP;
            }
            outbox.unsure(letter.id(), problem);
            return End.STOP;
        }
    }

    private static boolean isRefusedForGood(Throwable cause) {
        return cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= NEVER
                || cause instanceof SMTPSendFailedException whole && whole.getReturnCode() >= NEVER;
    }

    private static boolean hasNotTakenIt(Throwable cause) {
        return cause instanceof MailConnectException || cause instanceof ConnectException || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException || cause instanceof AuthenticationFailedException
                || cause instanceof SMTPAddressFailedException || cause instanceof SMTPSendFailedException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        Stream<Throwable> others = failure instanceof MailSendException many ? Stream.of(many.getMessageExceptions())
                : failure instanceof MessagingException chained && chained.getNextException() != null
                        ? Stream.of(chained.getNextException()) : Stream.empty();
        Stream<Throwable> cause = failure.getCause() == null || failure instanceof MessagingException ? Stream.empty()
                : Stream.of(failure.getCause());
        return Stream.concat(Stream.of(failure), Stream.concat(others, cause).flatMap(MailServer::causes));
    }

    private MimeMessage written(MailOutbox.Letter letter) throws MessagingException, UnsupportedEncodingException {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(VIETNAMESE);
        try {
            MimeMessage message = new Kept(server.createMimeMessage(), letter.id());
            MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            String told = sentences.read(letter.code(), letter.args());
            helper.setFrom(from, texts.of("web.fund.short"));
            helper.setTo(new InternetAddress(letter.address(), letter.displayName(), StandardCharsets.UTF_8.name()));
            helper.setSubject(texts.of("notices.mail.subject", texts.of("web.fund.short")));
            helper.setText(texts.of("notices.mail.text", letter.displayName(), told, site + letter.path()));
            return message;
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    /** A mail whose id is that of its row, so that a server that gets it twice can see so. */
    private static final class Kept extends MimeMessage {

        private final long id;

        Kept(MimeMessage blank, long id) {
            super(blank.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<notice-" + id + "@coopfund>");
        }
    }
}
