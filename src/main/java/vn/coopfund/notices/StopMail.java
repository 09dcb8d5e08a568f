package vn.coopfund.notices;

import vn.coopfund.access.Act;

/** Wants no mail any more; the address is forgotten. */
@Act
public class StopMail {

    private final MailAddresses addresses;

    StopMail(MailAddresses addresses) {
        this.addresses = addresses;
    }

    public void stop() {
        addresses.forget();
    }
}
