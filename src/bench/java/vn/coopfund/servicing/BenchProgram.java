package vn.coopfund.servicing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseConnectionDetails;
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
    private final SignIn owner;

    /** Opens a connection of the tables' owner. */
    private interface SignIn {
        Connection open() throws SQLException;
    }

    private BenchProgram(ConfigurableApplicationContext context, SignIn owner) {
        this.context = context;
        this.owner = owner;
        jdbc = bean(JdbcClient.class);
        transaction = bean(TransactionTemplate.class);
        borrower = bean(RegisterBorrower.class).register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative("HTX Bench")).id();
        loans = new BenchLoans(jdbc, transaction, borrower);
    }

    /** On a server whose data need not survive a power cut. */
    static BenchProgram with(int loans) {
        TestDatabase database = TestDatabase.freshFromTemplate();
        return new BenchProgram(start(database.properties()), database::asOwner).filled(loans);
    }

    /** On the durable server as it is delivered, in that folder. */
    static BenchProgram durable(Path data, int loans) {
        ConfigurableApplicationContext context = start(Map.of("coopfund.data", data.toString(), "coopfund.demo", "false"));
        LiquibaseConnectionDetails owner = context.getBean(LiquibaseConnectionDetails.class);
        return new BenchProgram(context, () -> DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(),
                owner.getPassword())).filled(loans);
    }

    private static ConfigurableApplicationContext start(Map<String, String> database) {
        Map<String, Object> properties = new LinkedHashMap<>(database);
        properties.put("camunda.bpm.job-execution.enabled", false);
        properties.put("spring.session.jdbc.cleanup-cron", "-");
        properties.put("coopfund.sealing.every", "0s");
        properties.put("server.port", 0);
        properties.put("coopfund.business-date", "2026-02-28");
        properties.put("logging.level.vn.coopfund.calendar.CloseDay", System.getenv().getOrDefault("COOPFUND_BENCH_LOG", "info"));
        return new SpringApplicationBuilder(CoopfundApplication.class).run(properties.entrySet().stream()
                .map(one -> "--" + one.getKey() + "=" + one.getValue()).toArray(String[]::new));
    }

    private BenchProgram filled(int loans) {
        Staff hands = new Staff(bean(People.class));
        List.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CASHIER).forEach(hands::with);
        this.loans.make(loans);
        asOwner("analyze");
        return this;
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
        try (Connection connection = owner.open(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Connection connect() throws SQLException {
        JdbcConnectionDetails application = bean(JdbcConnectionDetails.class);
        return DriverManager.getConnection(application.getJdbcUrl(), application.getUsername(), application.getPassword());
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
