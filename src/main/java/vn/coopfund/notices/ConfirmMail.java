package vn.coopfund.notices;

import vn.coopfund.access.Act;
import vn.coopfund.web.Refusal;

/** Confirms by the link that the address is one's own. */
@Act
public class ConfirmMail {

    private final MailAddresses addresses;

    ConfirmMail(MailAddresses addresses) {
        this.addresses = addresses;
    }

    public void confirm(String token) {
        if (!addresses.confirm(token)) {
            throw Refusal.conflict("notices.mail.link-gone");
        }
    }
}
