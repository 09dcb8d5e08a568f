package vn.coopfund.origination;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Projects like one that the fund lent to before: of the same sector, or, where the application names none or there was
 * none, with a loan from half of the amount to double.
 */
@Component
public class SimilarProjects {

    private final JdbcClient jdbc;
    private final LoanConduct conduct;

    SimilarProjects(JdbcClient jdbc, LoanConduct conduct) {
        this.jdbc = jdbc;
        this.conduct = conduct;
    }

    /** By what they are alike. */
    public enum By { SECTOR, SIZE }

    /**
     * What they have in common; middle figures are medians (of an even number the lower of the two), amounts in đồng.
     *
     * @param count    0 where there was none
     * @param conduct  how many stand where
     */
    public record Comparison(By by, int count, Long amount, Long termMonths, Long totalCost,
            Map<LoanConduct.Standing, Integer> conduct) {

        public Comparison {
            conduct = new TreeMap<>(conduct);
        }

        public boolean isEmpty() {
            return count == 0;
        }

        /** With a number for every standing, nought too. */
        public int of(LoanConduct.Standing standing) {
            return conduct.getOrDefault(standing, 0);
        }
    }

    private record Project(long loanId, long amount, long termMonths, long totalCost) {
    }

    @Transactional(readOnly = true)
    public Comparison with(ApplicationView application) {
        Comparison bySector = compare(By.SECTOR, application);
        return bySector.isEmpty() ? compare(By.SIZE, application) : bySector;
    }

    private Comparison compare(By by, ApplicationView application) {
        List<Project> signed = jdbc.sql("""
                select a.loan_id, d.amount, d.term_months, a.total_cost
                from origination.application a join origination.decision d on d.application_id = a.id and d.approved
                join origination.application this on this.id = :this
                where a.fund_id = this.fund_id and a.loan_id is not null and a.id <> this.id
                  and case when :sector then lower(trim(a.sector)) = lower(trim(this.sector))
                      else d.amount between this.amount / 2 and this.amount * 2 end""")
                .param("this", application.id()).param("sector", by == By.SECTOR).query(Project.class).list();
        Map<Long, LoanConduct.Standing> standings = conduct.of(signed.stream().map(Project::loanId).toList());
        List<Project> funded = signed.stream().filter(project -> standings.containsKey(project.loanId())).toList();
        Map<LoanConduct.Standing, Integer> counts = new EnumMap<>(LoanConduct.Standing.class);
        Arrays.stream(LoanConduct.Standing.values()).forEach(standing -> counts.put(standing, 0));
        standings.values().forEach(standing -> counts.merge(standing, 1, Integer::sum));
        return new Comparison(by, funded.size(), median(funded, Project::amount), median(funded, Project::termMonths),
                median(funded, Project::totalCost), counts);
    }

    private static Long median(List<Project> projects, ToLongFunction<Project> figure) {
        long[] sorted = projects.stream().mapToLong(figure).sorted().toArray();
        return sorted.length == 0 ? null : sorted[(sorted.length - 1) / 2];
    }
}
