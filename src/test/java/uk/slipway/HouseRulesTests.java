package uk.slipway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.slipway.accounts.Anyone;
import uk.slipway.accounts.OnlyFor;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Visibility;

/** The rules of the house that a compiler cannot hold. Each says because; none may match nothing. */
@AnalyzeClasses(packages = "uk.slipway", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    /** Entities that belong to no single authority, each with the reason. */
    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("uk.slipway.accounts.Account", "a person may work for several organisations"),
            Map.entry("uk.slipway.accounts.Appointment", "its subject may be a forum or a regional team"),
            Map.entry("uk.slipway.accounts.RoleHeld", "the organisation may be the region, Ofsted or an authority"),
            Map.entry("uk.slipway.cycles.Cycle", "a region's year is its authorities' together"),
            Map.entry("uk.slipway.indicators.Indicator", "what a public figure means is the same for everybody"),
            Map.entry("uk.slipway.datasets.Dataset", "published figures are everybody's"),
            Map.entry("uk.slipway.cycles.SelfEvaluationTemplate", "every authority fills in the same one"));

    @ArchTest
    static final ArchRule theClockIsAParameter = noClasses()
            .should()
            .callMethodWhere(describe("read the machine's time", HouseRulesTests::readsTheMachinesTime))
            .orShould()
            .callConstructor(Date.class)
            .because("a test and the demonstration put a use case at a moment of their own; only the one clock bean and"
                    + " the stamp in an identifier read the machine's");

    @ArchTest
    static final ArchRule transactionsBeginOnlyInUseCases = noClasses()
            .that()
            .areNotAnnotations()
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("a use case is one transaction, so that a reader knows its effects stand or fall together");

    @ArchTest
    static final ArchRule noMethodOpensATransaction = noMethods()
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("a use case is one transaction, and says so on its class");

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .because("a neighbour talks to a room through what it offers, never through its pages");

    @ArchTest
    static final ArchRule repositoriesArePackagePrivate = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .bePackagePrivate()
            .because("only a room's own use cases load its aggregates");

    @ArchTest
    static final ArchRule everyPageHasAGate = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should(new ArchCondition<>("carry a role gate, or their class does") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean gated = gate(method) || gate(method.getOwner());
                    events.add(new SimpleConditionEvent(
                            method, gated, method.getFullName() + (gated ? " has" : " lacks") + " a gate"));
                }
            })
            .because("a page without a gate is refused to everybody, and nobody meant that");

    @ArchTest
    static final ArchRule controllersCallUseCases = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat(assignableTo(Repository.class)
                    .or(assignableTo(JdbcClient.class))
                    .or(assignableTo(JdbcOperations.class))
                    .or(assignableTo(EntityManager.class))
                    .as("a repository or the database"))
            .because("the record gate is in the use case, and a controller that reads past it opens a way around");

    @ArchTest
    static final ArchRule controllersShowPageRecords = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .callMethodWhere(describe(
                    "put an entity into the model",
                    call -> call.getTargetOwner().isAssignableTo(Model.class)
                            && call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isAnnotatedWith(Entity.class))))
            .because("a template gets one page record, whose fields are what it may show");

    @ArchTest
    static final ArchRule useCasesKnowNoWeb = noClasses()
            .that()
            .areAnnotatedWith(UseCase.class)
            .should()
            .dependOnClassesThat(assignableTo(HttpSession.class)
                    .or(assignableTo(Model.class))
                    .or(describe(
                            "in jakarta.servlet", type -> type.getPackageName().startsWith("jakarta.servlet"))))
            .because("the demonstration and the tests play the same use cases without a browser");

    @ArchTest
    static final ArchRule everyEntityCarriesItsAuthority = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<>("carry its authority, or be on the shared list") {

                private final Set<String> met = new HashSet<>();

                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    met.add(entity.getName());
                    boolean carries = entity.getAllFields().stream()
                            .map(field -> field.getRawType().getName())
                            .anyMatch(Set.of(Visibility.class.getName(), LocalAuthorityId.class.getName())::contains);
                    boolean shared = SHARED.containsKey(entity.getName());
                    events.add(new SimpleConditionEvent(
                            entity,
                            carries || shared,
                            entity.getName()
                                    + (carries
                                            ? " carries its authority"
                                            : " has neither Visibility nor"
                                                    + " LocalAuthorityId and is not on the shared list")));
                }

                @Override
                public void finish(ConditionEvents events) {
                    SHARED.keySet().stream()
                            .filter(name -> !met.contains(name))
                            .forEach(name -> events.add(SimpleConditionEvent.violated(
                                    name, "The shared list names " + name + ", which is no entity")));
                }
            })
            .because("a list filters by authority in its one statement, and later the database does");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("illegal moves are impossible: a transition has the sector's name for it");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Entity")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Data")
            .orShould()
            .haveSimpleNameEndingWith("Info")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .because("a suffix that fits anything says nothing");

    @ArchTest
    static final ArchRule nullIsSaid = classes()
            .that(describe(
                    "are not a package's own", type -> !type.getSimpleName().equals("package-info")))
            .should(be(describe(
                    "in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("NullAway checks only what is marked");

    private static boolean readsTheMachinesTime(JavaMethodCall call) {
        var owner = call.getOriginOwner().getName();
        if (owner.equals("uk.slipway.kernel.TimeConfiguration") || owner.equals("uk.slipway.kernel.Uuid7")) {
            return false;
        }
        var target = call.getTarget();
        boolean now = target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean system = target.getOwner().isEquivalentTo(Clock.class)
                        && target.getName().startsWith("system")
                || target.getOwner().isEquivalentTo(System.class)
                        && target.getName().equals("currentTimeMillis");
        return now || system;
    }

    private static boolean gate(JavaMethod method) {
        return Stream.of(OnlyFor.class, Anyone.class)
                .anyMatch(gate -> method.isMetaAnnotatedWith(gate) || method.isAnnotatedWith(gate));
    }

    private static boolean gate(JavaClass controller) {
        return Stream.of(OnlyFor.class, Anyone.class)
                .anyMatch(gate -> controller.isMetaAnnotatedWith(gate) || controller.isAnnotatedWith(gate));
    }
}
