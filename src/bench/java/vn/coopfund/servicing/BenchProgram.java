package vn.coopfund.servicing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.CoopfundApplication;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.RegisterBorrower;
import vn.coopfund.database.TestDatabase;

/** The whole program on a database of its own, with so many bench loans. */
final class BenchProgram implements AutoCloseable {

    final ConfigurableApplicationContext context;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final long borrower;
    final BenchLoans loans;
    private final TestDatabase database;

    private BenchProgram(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
        jdbc = bean(JdbcClient.class);
        transaction = bean(TransactionTemplate.class);
        borrower = bean(RegisterBorrower.class).register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative("HTX Bench")).id();
        loans = new BenchLoans(jdbc, transaction, borrower);
    }

    static BenchProgram with(int loans) {
        TestDatabase database = TestDatabase.freshFromTemplate();
        Map<String, Object> properties = new LinkedHashMap<>(database.properties());
        properties.put("camunda.bpm.job-execution.enabled", false);
        properties.put("spring.session.jdbc.cleanup-cron", "-");
        properties.put("coopfund.sealing.every", "0s");
        properties.put("server.port", 0);
        properties.put("coopfund.business-date", "2026-02-28");
        properties.put("logging.level.vn.coopfund.calendar.CloseDay", System.getenv().getOrDefault("COOPFUND_BENCH_LOG", "info"));
        String[] arguments = properties.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue())
                .toArray(String[]::new);
        BenchProgram program = new BenchProgram(database, new SpringApplicationBuilder(CoopfundApplication.class).run(arguments));
        Staff hands = new Staff(program.bean(People.class));
        List.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CASHIER).forEach(hands::with);
        program.loans.make(loans);
        program.asOwner("analyze");
        return program;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Brings a day's receipts into the books and into the chain, as act and background did when they came. */
    void receive(LocalDate day) {
        loans.receive(day);
        DayCloseStep seal = context.getBeansOfType(DayCloseStep.class).values().stream()
                .filter(step -> step.name().equals("sealed")).findFirst().orElseThrow();
        transaction.executeWithoutResult(status -> seal.run(day));
    }

    void asOwner(String... statements) {
        try (Connection connection = database.asOwner(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Connection connect() throws SQLException {
        return database.asApplication();
    }

    /** Milliseconds that the work took. */
    static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** The most that lived in the heap at once, megabytes; counted anew from here on. */
    static long peakHeap() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1_048_576;
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        return peak;
    }

    @Override
    public void close() {
        context.close();
    }
}
