package vn.coopfund;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import java.util.regex.Pattern;
import java.nio.file.Path;
import java.nio.file.Files;
import java.io.UncheckedIOException;
import java.io.IOException;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.OpenToAll;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.workflow.TaskAct;

/** The rules of the house that the compiler does not know. */
@AnalyzeClasses(packages = "vn.coopfund", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule moneyIsPure = classes().that().resideInAPackage("..coopfund.money..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "javax.money..", "..coopfund.money..",
                    "org.springframework.modulith..");

    @ArchTest
    static final ArchRule scheduleIsPure = classes().that().resideInAPackage("..coopfund.schedule..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "javax.money..", "..coopfund.money..",
                    "..coopfund.schedule..", "org.springframework.modulith..");

    @ArchTest
    static final ArchRule onlyWorkflowAndProcessesKnowTheEngine = noClasses().that()
            .resideOutsideOfPackages("..coopfund.workflow..", "..coopfund.*.process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule processesKnowOfTheEngineWhatADelegateNeeds = noClasses().that()
            .resideInAPackage("..coopfund.*.process..")
            .should().dependOnClassesThat(resideInAPackage("org.camunda..")
                    .and(not(resideInAPackage("org.camunda.bpm.engine.delegate.."))));

    private static final Pattern TABLES_OF_THE_ENGINE = Pattern.compile("\\bact_(ru|hi|re|ge|id)_\\w+", Pattern.CASE_INSENSITIVE);

    /** Where the code, or an own migration, would hold on to the engine behind its back. */
    @ArchTest
    static void namesTheEnginesTablesInWorkflowAlone(JavaClasses all) throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("db/changelog")))) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("/workflow/"))
                    .filter(ArchitectureTests::namesTablesOfTheEngine)).isEmpty();
        }
        Path breaks = Files.writeString(Files.createTempFile("breaks", ".sql"), "select * from ACT_RU_TASK");
        assertThat(namesTablesOfTheEngine(breaks)).isTrue();
        Files.delete(breaks);
    }

    private static boolean namesTablesOfTheEngine(Path file) {
        try {
            return TABLES_OF_THE_ENGINE.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A room that talks to the engine: the rules must see it. */
    static class TalksToTheEngine {
        org.camunda.bpm.engine.RuntimeService engine;
    }

    @ArchTest
    static void theOnePackageRuleFailsWhereItIsBroken(JavaClasses all) {
        JavaClasses breaking = new ClassFileImporter().importClasses(TalksToTheEngine.class);
        assertThat(onlyWorkflowAndProcessesKnowTheEngine.evaluate(breaking).hasViolation()).isTrue();
        assertThat(onlyWorkflowAndProcessesKnowTheEngine.evaluate(all).hasViolation()).isFalse();
    }

    @ArchTest
    static final ArchRule onlyTheCalendarAsksWhatDayItIs = noClasses().that()
            .resideOutsideOfPackage("..coopfund.calendar..")
            .should().callMethodWhere(target(name("now")).and(target(owner(
                    DescribedPredicate.describe("is of java.time", (JavaClass type) ->
                            type.getPackageName().startsWith("java.time"))))))
            .orShould().callMethod(System.class, "currentTimeMillis");

    /** What is posted is readable in the posting templates; only what people write themselves names its accounts. */
    @ArchTest
    static final ArchRule everyPostingGoesByATemplate = noClasses().that().resideOutsideOfPackage("..coopfund.ledger..")
            .should().callMethodWhere(target(owner(DescribedPredicate.describe("is NewEntry",
                    (JavaClass type) -> type.isEquivalentTo(vn.coopfund.ledger.NewEntry.class))))
                    .and(target(name("of")).or(target(name("debit"))).or(target(name("credit")))));

    @ArchTest
    static final ArchRule noFloatingPoint = fields().should(
            new ArchCondition<>("not be double or float") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                    Set<String> banned = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
                    events.add(new SimpleConditionEvent(field, !banned.contains(field.getRawType().getName()),
                            field.getFullName() + " is " + field.getRawType().getName()));
                }
            });

    @ArchTest
    static final ArchRule noMethodGivesFloatingPoint = methods().should(
            new ArchCondition<>("not return double or float") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean banned = Set.of("double", "float").contains(method.getRawReturnType().getName());
                    events.add(new SimpleConditionEvent(method, !banned, method.getFullName() + " returns floating point"));
                }
            });

    @ArchTest
    static final ArchRule repositoriesStayInside = classes().that().areAssignableTo(Repository.class)
            .should().notBePublic();

    @ArchTest
    static final ArchRule entitiesStayInside = classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule actsHaveOnePublicMethodAndSayWhoMay = classes().that().areAnnotatedWith(Act.class)
            .should(new ArchCondition<>("have one public method of their own") {
                @Override
                public void check(JavaClass act, ConditionEvents events) {
                    Set<String> ofTasks = Set.of("taskKey", "duty", "form", "shown");
                    Set<String> own = act.getMethods().stream()
                            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                    && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                            .map(JavaMethod::getName)
                            .filter(method -> !act.isAssignableTo(TaskAct.class) || !ofTasks.contains(method))
                            .collect(Collectors.toSet());
                    events.add(new SimpleConditionEvent(act, own.size() == 1, act.getName() + " has " + own));
                }
            });

    @ArchTest
    static final ArchRule everyPageAndCallSaysWhoMay = classes().that().areMetaAnnotatedWith(Controller.class)
            .should(new ArchCondition<>("say who may") {
                @Override
                public void check(JavaClass controller, ConditionEvents events) {
                    boolean says = controller.isMetaAnnotatedWith(Allowed.class) || controller.isMetaAnnotatedWith(OpenToAll.class)
                            || controller.isMetaAnnotatedWith(OpenToSignedIn.class);
                    boolean everyMethodSays = controller.getMethods().stream()
                            .filter(method -> method.isMetaAnnotatedWith(
                                    org.springframework.web.bind.annotation.RequestMapping.class))
                            .allMatch(method -> method.isMetaAnnotatedWith(Allowed.class)
                                    || method.isMetaAnnotatedWith(OpenToAll.class)
                                    || method.isMetaAnnotatedWith(OpenToSignedIn.class));
                    events.add(new SimpleConditionEvent(controller, says || everyMethodSays,
                            controller.getName() + " does not say who may"));
                }
            });
}
