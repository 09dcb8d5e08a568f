package vn.coopfund.vouchers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** How the fund stands on its papers, and where money is paid to it. */
@Component
public class FundAccount {

    private final JdbcClient jdbc;

    FundAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bank is null where none is entered yet. */
    public record Details(String name, String address, String bankBin, String bankName, String bankAccount) {

        public boolean takesTransfers() {
            return bankBin != null && bankAccount != null;
        }
    }

    public Details get() {
        return jdbc.sql("select name, address, bank_bin, bank_name, bank_account from access.fund where id = ?")
                .param(Actors.current().fundId()).query(Details.class).single();
    }
}
