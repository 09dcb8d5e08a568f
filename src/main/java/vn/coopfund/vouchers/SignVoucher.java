package vn.coopfund.vouchers;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** The cashier says that the cash of a voucher was received, or handed out, against the signed paper. */
@Act
@Allowed(Role.CASHIER)
public class SignVoucher {

    private final Vouchers vouchers;
    private final CashSignatures signatures;

    SignVoucher(Vouchers vouchers, CashSignatures signatures) {
        this.vouchers = vouchers;
        this.signatures = signatures;
    }

    /** Signing again changes nothing. */
    public Voucher sign(Subject subject) {
        Voucher voucher = vouchers.get(subject.id());
        if (!voucher.kind().isCash()) {
            throw Refusal.conflict("vouchers.refused.no-cash");
        }
        if (vouchers.cancellationOf(voucher.id()).isPresent()) {
            throw Refusal.conflict("vouchers.refused.cancelled");
        }
        if (voucher.madeBy() != null && voucher.madeBy() == Actors.current().id()) {
            throw Refusal.forbidden("vouchers.refused.cashier-made");
        }
        signatures.add(voucher.id());
        return voucher;
    }
}
