package vn.coopfund.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;

class OneTransactionModuleTests extends ModuleTest {

    @Autowired
    Map<String, PlatformTransactionManager> managers;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;
    @Autowired
    TaskService tasks;

    @Test
    void thereIsOneManager() {
        assertThat(managers).hasSize(1);
    }

    @Test
    void engineJpaAndJdbcSeeOneTransactionAndFallTogether() {
        Task task = tasks.newTask();
        TransactionTemplate transaction = new TransactionTemplate(managers.values().iterator().next());
        transaction.executeWithoutResult(status -> {
            tasks.saveTask(task);
            jdbc.sql("update act_ru_task set name_ = 'by JDBC' where id_ = ?").param(task.getId()).update();
            assertThat(entities.createNativeQuery("select name_ from act_ru_task where id_ = ?1", String.class)
                    .setParameter(1, task.getId()).getSingleResult()).isEqualTo("by JDBC");
            status.setRollbackOnly();
        });
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }
}
