package vn.coopfund.origination;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ApplicationRepository extends Repository<Application, Long> {

    Application save(Application application);

    Optional<Application> findById(long id);
}
