package vn.coopfund;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.BeanOverride;

/** Keeps the suite quick: a Spring context with the engine takes ten seconds, so there are few kinds of them. */
class SuiteTests {

    /** Modules; web and browser; a started child process has none here. */
    private static final int KINDS_OF_CONTEXTS = 2;

    private static final JavaClasses tests = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("vn.coopfund");

    @Test
    void fewKindsOfContexts() {
        assertThat(tests.stream().filter(type -> type.isAnnotatedWith(SpringBootTest.class)).map(JavaClass::getSimpleName))
                .contains("ModuleTest").hasSizeLessThanOrEqualTo(KINDS_OF_CONTEXTS);
    }

    @Test
    void nobodyMakesAnotherContextOutOfAKind() {
        noClasses().that().areNotAnnotatedWith(SpringBootTest.class)
                .should().beAnnotatedWith(TestPropertySource.class)
                .orShould().beAnnotatedWith(ActiveProfiles.class)
                .orShould().beAnnotatedWith(DirtiesContext.class)
                .orShould().beAnnotatedWith(ContextConfiguration.class).check(tests);
        noFields().should().beMetaAnnotatedWith(BeanOverride.class).check(tests);
    }

    @Test
    void moduleTestsShareOneContext() {
        classes().that().haveSimpleNameEndingWith("ModuleTests").should().beAssignableTo(ModuleTest.class).check(tests);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(tests);
    }
}
