package news.titr;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** The plan of the house, held by a test: a package may use what lies on the floors below it, and nothing else. */
@AnalyzeClasses(packages = "news.titr", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up. Rooms on one floor do not know each other; what two of them share moves down. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("language"),
            Set.of("doc", "db", "http", "mail"),
            Set.of("audit"),
            Set.of("people"),
            Set.of("media"),
            Set.of("story"),
            Set.of("search", "theme", "push", "sources"),
            Set.of("desk", "site", "feed", "print", "share", "archive", "wire", "api", "fediverse"),
            Set.of("app"));

    private static final String[] QUARKUS = {
        "io.quarkus..", "io.vertx..", "io.smallrye..", "io.netty..", "jakarta.inject..", "jakarta.enterprise.."
    };

    @ArchTest
    static final ArchRule arrows_run_downward_only =
            classes().should(new OnlyUseFloorsBelow()).because("surfaces stay apart and the ground stays plain");

    @ArchTest
    static final ArchRule no_circles_between_packages =
            slices().matching("news.titr.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_app_knows_the_server = noClasses()
            .that()
            .resideOutsideOfPackage("news.titr.app..")
            .should()
            .dependOnClassesThat(resideInAnyOf(QUARKUS).and(not(resideInAPackage("io.quarkus.qute.."))))
            .because("everything below app is made with `new`, in a test as in the program");

    @ArchTest
    static final ArchRule only_pages_know_templates = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "news.titr.app..", "news.titr.site..", "news.titr.desk..", "news.titr.share..", "news.titr.theme..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.qute..");

    @ArchTest
    static final ArchRule language_is_a_library_of_its_own = classes()
            .that()
            .resideInAPackage("news.titr.language..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "net.time4j..", "org.jspecify..", "news.titr.language..")
            .allowEmptyShould(true)
            .because("others want it without the rest");

    @ArchTest
    static final ArchRule connections_are_opened_in_db_only = noClasses()
            .that()
            .resideOutsideOfPackage("news.titr.db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "com.zaxxer..", "org.flywaydb..", "org.sqlite..", "org.postgresql..");

    /** A door passes its transaction on to its stores; what it may not do is ask the database something itself. */
    @ArchTest
    static final ArchRule sql_is_written_in_stores_only = noClasses()
            .that()
            .resideOutsideOfPackage("news.titr.db..")
            .and(are(not(new PartOf("Store"))))
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("org.jdbi..", "java.sql..")
                    .and(not(simpleName("Handle"))));

    @ArchTest
    static final ArchRule what_is_injected_comes_through_the_constructor = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .allowEmptyShould(true);

    /** Quarkus makes the server itself, and lets nobody hand it anything but by a static. */
    private static final DescribedPredicate<JavaMember> SERVER_HAND_OVER = DescribedPredicate.describe(
            "the server's hand-over", field -> field.getOwner().getFullName().equals("news.titr.app.Server"));

    @ArchTest
    static final ArchRule no_statics_with_state = fields().that()
            .areStatic()
            .and(not(SERVER_HAND_OVER))
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .beFinal()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_reactive_types = noClasses()
            .that()
            .resideOutsideOfPackage("news.titr.app..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.CompletionStage")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.reactivestreams..", "io.smallrye.mutiny..", "rx..", "reactor..");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO)")
            .because("such a name says nothing; the thing has a better one");

    @ArchTest
    static void the_names_hold_in_the_tests_as_well(JavaClasses ofTheProgram) {
        names_say_what_a_thing_is.check(new ClassFileImporter().importPackages("news.titr"));
    }

    @ArchTest
    static void no_mocking_library_is_there_to_be_used(JavaClasses ofTheProgram) {
        for (String library : List.of("org.mockito.Mockito", "org.easymock.EasyMock", "mockit.Mocked")) {
            assertThrows(ClassNotFoundException.class, () -> Class.forName(library), library);
        }
    }

    private static DescribedPredicate<JavaClass> resideInAnyOf(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    /** Floor of a class, or -1 for a package that has no place in the house yet. */
    private static int floorOf(JavaClass type) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(roomOf(type))) {
                return floor;
            }
        }
        return -1;
    }

    /** "story" for news.titr.story.StoryStore and for everything below news.titr.story. */
    private static String roomOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    private static final class OnlyUseFloorsBelow extends ArchCondition<JavaClass> {
        OnlyUseFloorsBelow() {
            super("use only the floors below");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (floorOf(type) < 0) {
                events.add(SimpleConditionEvent.violated(
                        type,
                        type.getName() + " stands in a package without a floor; give it one in ArchitectureTest"));
                return;
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> use.getTargetClass().getPackageName().startsWith("news.titr"))
                    .filter(use -> !roomOf(use.getTargetClass()).equals(roomOf(type)))
                    .filter(use -> floorOf(use.getTargetClass()) >= floorOf(type))
                    .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
        }
    }

    /** A class with such a name, or one inside it. */
    private static final class PartOf extends DescribedPredicate<JavaClass> {
        private final List<String> endings;

        PartOf(String... endings) {
            super("part of a %s", String.join(" or ", endings));
            this.endings = List.of(endings);
        }

        @Override
        public boolean test(JavaClass type) {
            return endings.stream().anyMatch(type.getSimpleName()::endsWith)
                    || type.getEnclosingClass().map(this::test).orElse(false);
        }
    }
}
