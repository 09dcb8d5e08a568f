package vn.coopfund.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Sentences;
import vn.coopfund.web.Texts;

/** Mail through the outbox, to a server inside the test: once, after the commit, and never in anybody's way. */
class MailModuleTests extends ModuleTest {

    @Autowired MockMvc web;
    @Autowired Notices notices;
    @Autowired MailOutbox outbox;
    @Autowired MailAddresses addresses;
    @Autowired AskForMail askForMail;
    @Autowired ConfirmMail confirmMail;
    @Autowired StopMail stopMail;
    @Autowired SendMailAgain sendMailAgain;
    @Autowired DropMail dropMail;
    @Autowired Sentences sentences;
    @Autowired Texts texts;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Staff staff;
    private Actor person;
    private String address;

    @BeforeEach
    void openThePost() {
        post.start();
        staff = new Staff(people);
        String name = "mail-" + UUID.randomUUID().toString().substring(0, 8);
        person = staff.named(name, Role.LOAN_OFFICER);
        address = name + "@htx.vn";
    }

    @AfterEach
    void closeThePost() {
        post.stop();
        jdbc.sql("update notices.mail set state = 'DROPPED' where state <> 'SENT'").update();
        jdbc.sql("delete from notices.mail_address").update();
    }

    private MailServer server(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "2000");
        return new MailServer(sender, outbox, sentences, texts, "quy@htpt.vn", "https://quy.vn");
    }

    private MailServer server() {
        return server(post.getSmtp().getPort());
    }

    private void tell(Actor reader) {
        Actors.as(reader, () -> transaction.execute(status -> {
            notices.tell(List.of(reader.id()), "/loans/1", "workflow.notice.comment", "Lê Thị Hoa", "HS 12 · Vải thiều");
            return null;
        }));
    }

    /** As if the person had followed the link. */
    private void confirmed() {
        jdbc.sql("insert into notices.mail_address (person_id, fund_id, address, confirmed_at) values (?, 1, ?, now() - interval '1 hour')")
                .params(person.id(), address).update();
    }

    private List<MimeMessage> received() {
        return Arrays.stream(post.getReceivedMessages()).filter(mail -> {
            try {
                return mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(address);
            } catch (Exception unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }).toList();
    }

    private String state() {
        return jdbc.sql("select state from notices.mail where person_id = ? order by id desc limit 1").param(person.id())
                .query(String.class).single();
    }

    private void due() {
        jdbc.sql("update notices.mail set next_try_at = now() where person_id = ? and state = 'WAITING'").param(person.id()).update();
    }

    @Test
    void sendsWhatSomebodyIsToldOnceAndInWords() throws Exception {
        confirmed();
        tell(person);
        server().round();
        server().round();
        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(mail.getContent().toString()).contains("Lê Thị Hoa có ý kiến về hồ sơ HS 12 · Vải thiều",
                    "https://quy.vn/loans/1");
            assertThat(mail.getSubject()).startsWith("Thông báo từ");
            assertThat(mail.getMessageID()).startsWith("<notice-");
        });
        assertThat(state()).isEqualTo("SENT");
        assertThatThrownBy(() -> jdbc.sql("update notices.mail set state = 'WAITING' where person_id = ?").param(person.id()).update())
                .hasMessageContaining("was sent");
    }

    @Test
    void tellsNobodyWhatWasRolledBackOrReadAlreadyOrNotAskedFor() {
        tell(person);
        server().round();
        assertThat(received()).isEmpty();
        confirmed();
        jdbc.sql("update notices.notice set read_at = now() where person_id = ?").param(person.id()).update();
        Actors.as(person, () -> transaction.execute(status -> {
            notices.tell(List.of(person.id()), "/x", "workflow.notice.comment", "a", "b");
            status.setRollbackOnly();
            return null;
        }));
        server().round();
        assertThat(received()).isEmpty();
    }

    @Test
    void waitsForADeadServerLongerEachTimeAndGivesUpInTheEnd() {
        confirmed();
        tell(person);
        int dead = post.getSmtp().getPort();
        post.stop();
        assertThat(server(dead).round()).isZero();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(jdbc.sql("select next_try_at > now() + interval '50 seconds' from notices.mail where person_id = ?")
                .param(person.id()).query(Boolean.class).single()).isTrue();
        assertThat(server(dead).round()).isZero();
        assertThat(tries()).as("not before its time").isEqualTo(1);
        for (int more = 0; more < 6; more++) {
            due();
            server(dead).round();
        }
        assertThat(state()).isEqualTo("FAILED");
        assertThat(tries()).isEqualTo(7);

        long mail = jdbc.sql("select id from notices.mail where person_id = ?").param(person.id()).query(Long.class).single();
        assertThatThrownBy(() -> Actors.as(person, () -> {
            sendMailAgain.sendAgain(mail);
            return null;
        })).isInstanceOf(NotAllowed.class);
        staff.as(Role.ADMINISTRATOR, () -> {
            sendMailAgain.sendAgain(mail);
            return null;
        });
        post.start();
        assertThat(server().round()).isPositive();
        assertThat(received()).hasSize(1);
        assertThatThrownBy(() -> staff.as(Role.ADMINISTRATOR, () -> {
            dropMail.drop(mail);
            return null;
        })).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsWhatAServerThatDoesNotEvenGreetCannotHaveTaken() throws Exception {
        confirmed();
        tell(person);
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0)) {
            assertThat(server(silent.getLocalPort()).round()).isZero();
        }
        assertThat(state()).isEqualTo("WAITING");
        due();
        server().round();
        assertThat(received()).hasSize(1);
    }

    private int tries() {
        return jdbc.sql("select tries from notices.mail where person_id = ?").param(person.id()).query(Integer.class).single();
    }

    @Test
    void doesNotSendAgainWhatACrashLeftHalfSent() {
        confirmed();
        tell(person);
        outbox.gather();
        long mail = outbox.take().orElseThrow().id();
        server().round();
        assertThat(received()).as("somebody else may still be at it").isEmpty();
        jdbc.sql("update notices.mail set lease_until = now() - interval '1 second' where id = ?").param(mail).update();
        server().round();
        assertThat(received()).isEmpty();
        assertThat(state()).isEqualTo("UNSURE");
        assertThat(staff.as(Role.ADMINISTRATOR, () -> outbox.page(MailOutbox.State.UNSURE, new vn.coopfund.web.PageOf.Wish(0, 100)).items()))
                .extracting(MailOutbox.Line::id).contains(mail);
    }

    @Test
    void isNotHeldUpByAClockThatWasSetBack() {
        confirmed();
        tell(person);
        outbox.gather();
        jdbc.sql("update notices.mail set next_try_at = now() + interval '40 days' where person_id = ?").param(person.id()).update();
        server().round();
        assertThat(received()).hasSize(1);
        tell(person);
        outbox.gather();
        outbox.take();
        jdbc.sql("update notices.mail set lease_until = now() + interval '40 days' where person_id = ? and state = 'SENDING'")
                .param(person.id()).update();
        outbox.leaveHalfSent();
        assertThat(state()).isEqualTo("UNSURE");
    }

    @Test
    void usesAnAddressOnlyOnceItsOwnerConfirmedIt() throws Exception {
        Actors.as(person, () -> {
            askForMail.ask(" " + address + " ");
            return null;
        });
        tell(person);
        server().round();
        String link = received().get(0).getContent().toString().replaceAll("(?s).*/notices/mail/confirm/([\\w-]+).*", "$1");
        assertThat(received()).as("the link alone").hasSize(1);
        assertThat(jdbc.sql("select path from notices.mail where person_id = ?").param(person.id()).query(String.class).single())
                .as("the secret is not kept").isEmpty();
        Actor other = staff.named("mail-other", Role.LOAN_OFFICER);
        assertThatThrownBy(() -> Actors.as(other, () -> {
            confirmMail.confirm(link);
            return null;
        })).isInstanceOf(Refusal.class);
        Actors.as(person, () -> {
            confirmMail.confirm(link);
            return null;
        });
        tell(person);
        server().round();
        assertThat(received()).hasSize(2);
        Actors.as(person, () -> {
            stopMail.stop();
            return null;
        });
        tell(person);
        server().round();
        assertThat(received()).hasSize(2);
        assertThatThrownBy(() -> Actors.as(person, () -> {
            askForMail.ask("không phải địa chỉ");
            return null;
        })).isInstanceOf(Refusal.class);
    }

    @Test
    void opensItsPagesToWhomTheyConcern() throws Exception {
        web.perform(get("/notices/mail").with(Staff.signedIn(person))).andExpect(status().isOk());
        web.perform(get("/notices/mail/confirm/abc").with(Staff.signedIn(person))).andExpect(status().isOk());
        web.perform(get("/mail?state=FAILED").with(Staff.signedIn(person))).andExpect(status().isForbidden());
        web.perform(get("/mail").with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk());
    }
}
