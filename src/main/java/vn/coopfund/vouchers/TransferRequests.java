package vn.coopfund.vouchers;

import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.money.Dong;

/** Asks for money by transfer to the fund's account. */
@Component
public class TransferRequests {

    private final FundAccount fund;
    private final BankAccounts banks;

    TransferRequests(FundAccount fund, BankAccounts banks) {
        this.fund = fund;
        this.banks = banks;
    }

    /** The accounts that take transfers by a code, the usual one first. */
    public List<BankAccount> accounts() {
        return banks.all().stream().filter(BankAccount::takesTransfers).toList();
    }

    /** For a payment on a loan to that account of the fund; null, and one that takes no transfers, is the usual one. */
    public Optional<TransferRequest> forLoan(String loanNumber, MonetaryAmount amount, Long bankAccount) {
        return accounts().stream().filter(one -> bankAccount != null && one.id() == bankAccount).findFirst()
                .filter(one -> amount.isPositive())
                .map(to -> request(fund.get().name(), to.bankBin(), to.bankName(), to.number(), loanNumber, amount))
                .or(() -> forLoan(loanNumber, amount));
    }

    /** For a payment on a loan to the usual account; empty where nothing is asked for or the fund has no bank account yet. */
    public Optional<TransferRequest> forLoan(String loanNumber, MonetaryAmount amount) {
        FundAccount.Details to = fund.get();
        if (!amount.isPositive() || !to.takesTransfers()) {
            return Optional.empty();
        }
        return Optional.of(request(to.name(), to.bankBin(), to.bankName(), to.bankAccount(), loanNumber, amount));
    }

    private static TransferRequest request(String holder, String bin, String bank, String account, String loanNumber,
            MonetaryAmount amount) {
        String content = VietQr.plain(loanNumber);
        String payload = VietQr.payload(bin, account, Dong.longOf(amount), content);
        return new TransferRequest(holder, bank, account, amount, content, payload, QrPicture.of(payload));
    }
}
