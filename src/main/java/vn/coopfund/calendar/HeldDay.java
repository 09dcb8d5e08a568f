package vn.coopfund.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The business date that the present transaction holds of a fund, known until the transaction ends. */
record HeldDay(long fundId) {

    Optional<LocalDate> day() {
        return Optional.ofNullable((LocalDate) TransactionSynchronizationManager.getResource(this));
    }

    void keep(LocalDate day) {
        TransactionSynchronizationManager.bindResource(this, day);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }
}
