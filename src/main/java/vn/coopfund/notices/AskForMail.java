package vn.coopfund.notices;

import java.util.regex.Pattern;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** Asks to be told by mail too; a link sent there proves that the address is one's own. */
@Act
public class AskForMail {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    private static final int LONGEST = 254;

    private final MailAddresses addresses;
    private final MailOutbox outbox;

    AskForMail(MailAddresses addresses, MailOutbox outbox) {
        this.addresses = addresses;
        this.outbox = outbox;
    }

    public void ask(String address) {
        String wanted = address == null ? "" : address.strip();
        if (wanted.length() > LONGEST || !ADDRESS.matcher(wanted).matches()) {
            throw Refusal.invalid("address", "notices.mail.address.wrong");
        }
        outbox.add(Actors.current().id(), wanted, "/notices/mail/confirm/" + addresses.keep(wanted), "notices.mail.confirm");
    }
}
