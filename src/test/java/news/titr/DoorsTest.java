package news.titr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.titr.media.MediaOutcome;
import news.titr.people.Actor;
import news.titr.people.Verdict;
import news.titr.story.Outcome;
import news.titr.story.Typed;
import org.junit.jupiter.api.Test;

/**
 * Whoever opens a new door is told to try it with somebody who may not go through: in the table of permissions, or in a test
 * of its own that expects a refusal for want of permission.
 */
class DoorsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("news.titr");

    /** What doors answer. */
    private static final Set<String> ANSWERS = Set.of(
            Outcome.class.getName(), Verdict.class.getName(), MediaOutcome.class.getName(), Typed.class.getName());

    /** Tests that are nothing but attempts. */
    private static final Set<String> TABLES =
            Set.of("news.titr.story.PermissionTableTest", "news.titr.story.RoomDoorsTest");

    /** Doors to what is one's own: there is nobody who may not. */
    private static final Set<String> ONES_OWN = Set.of(
            "Codes.renewRecoveryCodes",
            "Codes.turnOn",
            "Passkeys.add",
            "Passkeys.remove",
            "People.introduce",
            "Uploads.append");

    @Test
    void every_door_is_tried_with_somebody_who_may_not() {
        var doors = doors();
        assertTrue(doors.size() > 60, "only " + doors.size() + " doors were found");
        var untried = new TreeSet<>(doors);
        untried.removeAll(tried());
        untried.removeAll(ONES_OWN);
        assertEquals(Set.of(), untried);
        assertTrue(doors.containsAll(ONES_OWN), "a door of one's own is gone");
    }

    /** Public methods that are told who wants something, and answer whether it was done. */
    private static Set<String> doors() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().matches("news\\.titr\\.(story|people|media)"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> ANSWERS.contains(method.getRawReturnType().getName()))
                .filter(DoorsTest::isToldWho)
                .map(DoorsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isToldWho(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Actor.class));
    }

    /** The doors that the tables go through, and those that a test tries which speaks of «not allowed». */
    private static Set<String> tried() {
        return CLASSES.stream()
                .filter(type -> type.getSourceCodeLocation().getSourceFileName().endsWith("Test.java"))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> TABLES.contains(unit.getOwner().getName()) || speaksOfPermission(unit))
                .flatMap(unit -> unit.getMethodCallsFromSelf().stream())
                .map(JavaAccess::getTarget)
                .map(target -> name(target.getOwner(), target.getName()))
                .collect(Collectors.toSet());
    }

    private static boolean speaksOfPermission(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                .anyMatch(access -> access.getTarget().getName().equals("NOT_ALLOWED"));
    }

    private static String name(JavaMethod method) {
        return name(method.getOwner(), method.getName());
    }

    private static String name(JavaClass owner, String method) {
        return owner.getSimpleName() + "." + method;
    }
}
