package vn.coopfund.vouchers;

import java.util.Optional;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.money.Dong;

/** Asks for money by transfer to the fund's account. */
@Component
public class TransferRequests {

    private final FundAccount fund;

    TransferRequests(FundAccount fund) {
        this.fund = fund;
    }

    /** For a payment on a loan; empty where nothing is asked for or the fund has no bank account yet. */
    public Optional<TransferRequest> forLoan(String loanNumber, MonetaryAmount amount) {
        FundAccount.Details to = fund.get();
        if (!amount.isPositive() || !to.takesTransfers()) {
            return Optional.empty();
        }
        String content = VietQr.plain(loanNumber);
        String payload = VietQr.payload(to.bankBin(), to.bankAccount(), Dong.longOf(amount), content);
        return Optional.of(new TransferRequest(to.name(), to.bankName(), to.bankAccount(), amount, content, payload,
                QrPicture.of(payload)));
    }
}
