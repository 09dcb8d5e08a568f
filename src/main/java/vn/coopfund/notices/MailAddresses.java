package vn.coopfund.notices;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;

/** Where people want to be told by mail. */
@Component
public class MailAddresses {

    private final JdbcClient jdbc;
    private final MailWorker worker;

    MailAddresses(JdbcClient jdbc, MailWorker worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** @param confirmed whether anything is sent there */
    public record Own(String address, boolean confirmed) {
    }

    /** Whether the fund has a mail server. */
    public boolean serverIsThere() {
        return worker.on();
    }

    @Transactional(readOnly = true)
    public Optional<Own> own() {
        return jdbc.sql("select address, confirmed_at is not null as confirmed from notices.mail_address where person_id = ?")
                .param(Actors.current().id()).query(Own.class).optional();
    }

    /** Keeps the address as one to be confirmed; returns the secret of its link. */
    String keep(String address) {
        String token = UUID.randomUUID() + "-" + UUID.randomUUID();
        jdbc.sql("""
                insert into notices.mail_address (person_id, fund_id, address, token_hash)
                values (:person, :fund, :address, encode(sha256(:token::bytea), 'hex'))
                on conflict (person_id) do update set address = excluded.address, token_hash = excluded.token_hash,
                    asked_at = clock_timestamp(), confirmed_at = null""")
                .param("person", Actors.current().id()).param("fund", Actors.current().fundId()).param("address", address)
                .param("token", token).update();
        return token;
    }

    /** True where the signed-in person asked for that link. */
    boolean confirm(String token) {
        return jdbc.sql("""
                update notices.mail_address set confirmed_at = clock_timestamp(), token_hash = null
                where person_id = ? and token_hash = encode(sha256(?::bytea), 'hex')""")
                .params(Actors.current().id(), token).update() == 1;
    }

    void forget() {
        jdbc.sql("delete from notices.mail_address where person_id = ?").param(Actors.current().id()).update();
    }
}
