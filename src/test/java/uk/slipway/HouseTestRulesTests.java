package uk.slipway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;
import uk.slipway.house.DemonstrationTest;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.PageTest;

/** The rules that tests keep. */
@AnalyzeClasses(packages = "uk.slipway", importOptions = ImportOption.OnlyIncludeTests.class)
class HouseTestRulesTests {

    @ArchTest
    static final ArchRule testsUseTheHousesAnnotations = noClasses()
            .that(resideOutsideOfPackage("uk.slipway.house"))
            .should()
            .beAnnotatedWith(SpringBootTest.class)
            .orShould()
            .beAnnotatedWith(Transactional.class)
            .because("one application context serves every test, and a test sees what was committed");

    @ArchTest
    static final ArchRule pageTestsAreNamedSo = classes()
            .that()
            .haveSimpleNameEndingWith("PageTests")
            .should()
            .beAnnotatedWith(PageTest.class)
            .orShould()
            .beAnnotatedWith(DemonstrationTest.class)
            .because("the suffix says what a test needs");

    @ArchTest
    static final ArchRule moduleTestsAreNamedSo = classes()
            .that()
            .haveSimpleNameEndingWith("ModuleTests")
            .should()
            .beAnnotatedWith(ModuleTest.class)
            .because("the suffix says what a test needs");

    @ArchTest
    static final ArchRule testsAreClaims = noMethods()
            .that()
            .areAnnotatedWith(Test.class)
            .should()
            .haveNameMatching("(test|should)[A-Z_].*")
            .because("the report reads as a list of what is true");
}
