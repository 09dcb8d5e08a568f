package vn.coopfund.workflow.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.DropMigration;
import vn.coopfund.workflow.Incidents;
import vn.coopfund.workflow.MigrateCases;
import vn.coopfund.workflow.Migrations;
import vn.coopfund.workflow.Models;
import vn.coopfund.workflow.PlanMigration;
import vn.coopfund.workflow.RetryStep;

/** What an administrator sees of the processes: models in their versions, migrations, and steps that failed. */
@Controller
@RequestMapping("/processes")
@Allowed(Role.ADMINISTRATOR)
class ProcessController {

    private final Models models;
    private final Migrations migrations;
    private final Incidents incidents;
    private final PlanMigration planMigration;
    private final MigrateCases migrateCases;
    private final DropMigration dropMigration;
    private final RetryStep retryStep;
    private final Texts texts;

    ProcessController(Models models, Migrations migrations, Incidents incidents, PlanMigration planMigration,
            MigrateCases migrateCases, DropMigration dropMigration, RetryStep retryStep, Texts texts) {
        this.models = models;
        this.migrations = migrations;
        this.incidents = incidents;
        this.planMigration = planMigration;
        this.migrateCases = migrateCases;
        this.dropMigration = dropMigration;
        this.retryStep = retryStep;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("versions", models.versions());
        model.addAttribute("refused", models.refused());
        model.addAttribute("migrations", migrations.all());
        model.addAttribute("incidents", incidents.count());
        return "workflow/processes";
    }

    @PostMapping("/{key}/{version:\\d+}/migrations")
    String plan(@PathVariable String key, @PathVariable int version) {
        return "redirect:/processes/migrations/" + planMigration.plan(key, version).id();
    }

    @GetMapping("/migrations/{id}")
    String migration(@PathVariable long id, Model model) {
        Migrations.Migration migration = migrations.byId(id);
        model.addAttribute("migration", migration);
        model.addAttribute("cases", migrations.cases(migration));
        model.addAttribute("own", migration.plannedById() == Actors.current().id());
        return "workflow/migration";
    }

    @PostMapping("/migrations/{id}/run")
    String migrate(@PathVariable long id, RedirectAttributes after) {
        migrateCases.migrate(id);
        after.addFlashAttribute("notice", texts.of("workflow.migration.done"));
        return "redirect:/processes/migrations/" + id;
    }

    @PostMapping("/migrations/{id}/drop")
    String drop(@PathVariable long id, RedirectAttributes after) {
        dropMigration.drop(id);
        after.addFlashAttribute("notice", texts.of("workflow.migration.dropped"));
        return "redirect:/processes";
    }

    @GetMapping("/incidents")
    String incidents(Model model) {
        model.addAttribute("incidents", incidents.all());
        return "workflow/incidents";
    }

    @PostMapping("/incidents/{job}/retry")
    String retry(@PathVariable String job, RedirectAttributes after) {
        after.addFlashAttribute("notice", texts.of("workflow.incident.retried", retryStep.retry(job).step()));
        return "redirect:/processes/incidents";
    }
}
