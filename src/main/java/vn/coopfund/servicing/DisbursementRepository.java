package vn.coopfund.servicing;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface DisbursementRepository extends JpaRepository<Disbursement, Long> {

    Optional<Disbursement> findByLoanId(long loanId);
}
