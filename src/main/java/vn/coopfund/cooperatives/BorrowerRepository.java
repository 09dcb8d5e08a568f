package vn.coopfund.cooperatives;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Files by id and by number. */
interface BorrowerRepository extends Repository<Borrower, Long> {

    Borrower saveAndFlush(Borrower borrower);

    Optional<Borrower> findByIdAndFundId(long id, long fundId);

    Optional<Borrower> findByFundIdAndNumber(long fundId, String number);
}
