package vn.coopfund.cooperatives;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a borrower is paid. */
@Embeddable
public record BankAccount(@Column(name = "bank_name") String bank, @Column(name = "bank_account") String number,
        @Column(name = "bank_holder") String holder) {

    static final BankAccount NONE = new BankAccount(null, null, null);

    BankAccount cleaned() {
        return new BankAccount(Clean.text(bank), Clean.digits(number), Clean.text(holder));
    }
}
