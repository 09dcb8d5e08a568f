package vn.coopfund.servicing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface DisbursementRepository extends JpaRepository<Disbursement, Long> {

    List<Disbursement> findByLoanIdOrderByTranche(long loanId);
}
