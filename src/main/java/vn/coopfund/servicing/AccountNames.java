package vn.coopfund.servicing;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Accounts;

/** How accounts are called in the reader's language, by their codes. */
@Component
public class AccountNames {

    private final Accounts accounts;

    AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    public Map<String, String> all() {
        Locale reader = LocaleContextHolder.getLocale();
        return accounts.all().stream().collect(Collectors.toMap(Account::code, one -> one.name(reader)));
    }
}
