package vn.coopfund.servicing;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface LoanRepository extends JpaRepository<Loan, Long> {

    /** Locked until the end of the transaction: acts on one loan follow one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select loan from Loan loan where loan.id = :id")
    Optional<Loan> lock(long id);

    /** The same of many: however many they are, the statement is one and the same to the database. */
    @Query(value = "select * from servicing.loan where id = any (:ids) order by id for update", nativeQuery = true)
    List<Loan> lockAll(Long[] ids);
}
