package news.titr.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private final Passwords passwords = new Passwords(new Passwords.Cost(64, 1, 1));
    private final PasswordStrength strength = new PasswordStrength(List.of("کرانه", "news.example.org"));

    @Test
    void it_is_argon2id_as_others_compute_it() {
        // made by the reference implementation: echo -n "password" | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24 …
        assertTrue(passwords.matches(
                "password",
                Optional.of("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")));
        assertFalse(passwords.matches(
                "passwort",
                Optional.of("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")));
    }

    @Test
    void two_hashes_of_one_password_differ_and_both_know_it() {
        String one = passwords.hash("گذرواژهٔ من");
        String other = passwords.hash("گذرواژهٔ من");
        assertNotEquals(one, other);
        assertTrue(passwords.matches("گذرواژهٔ من", Optional.of(one)));
        assertTrue(passwords.matches("گذرواژهٔ من", Optional.of(other)));
        assertTrue(one.startsWith("$argon2id$v=19$m=64,t=1,p=1$"));
    }

    @Test
    void a_letter_that_another_keyboard_composes_otherwise_is_the_same() {
        assertTrue(passwords.matches("caf\u00e9-\u0622b", Optional.of(passwords.hash("cafe\u0301-\u0627\u0653b"))));
    }

    @Test
    void nobodys_password_is_right() {
        assertFalse(passwords.matches("", Optional.empty()));
        assertFalse(passwords.matches("", Optional.of("")));
    }

    @Test
    void what_was_made_at_another_cost_is_made_anew() {
        String cheap = passwords.hash("x");
        assertFalse(passwords.isOutdated(cheap));
        assertTrue(new Passwords(Passwords.Cost.OWASP).isOutdated(cheap));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "1234567890",
                "qwertyuiop",
                "iloveyou123",
                "P@ssw0rd1234",
                "salam123456",
                "سلام123456",
                // سلام, and what a Persian keyboard makes of passwords in Latin letters
                "sghl123456",
                "حشسسصخقی۱۲۳",
                "persepolis1",
                "esteghlal1399",
                "aaaaaaaaaaaa",
                "ضصثقفغعهخح",
                "13631363136"
            })
    void whatever_is_in_the_lists_is_refused(String password) {
        assertEquals(
                Set.of(PasswordStrength.Problem.TOO_COMMON),
                strength.problems(password, "سارا امینی", "sara@example.org"),
                password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sara-amini", "سارا امینی ۱", "sara@example.org", "news.example.org", "کرانه کرانه"})
    void whatever_is_made_of_the_person_or_the_newspaper_is_refused(String password) {
        assertFalse(
                strength.problems(password, "سارا امینی", "sara.amini@example.org")
                        .isEmpty(),
                password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "دریاچهٔ قلم سبز و چمدان",
                "tabriz-lake-9-pomegranate",
                "kjzdfhg982qw",
                "correct horse battery staple ox",
                "نیم‌فاصله‌ها بیدارند"
            })
    void a_few_words_that_have_nothing_to_do_with_each_other_are_fine(String password) {
        assertEquals(Set.of(), strength.problems(password, "سارا امینی", "sara@example.org"), password);
    }

    @Test
    void whoever_sends_what_is_hard_to_judge_keeps_nobody_waiting() {
        // minutes, were all of it looked at
        assertTrue(strength.score("1".repeat(100_000), "", "") < 3);
        assertTrue(strength.score("4@8({[<369&#!1/|0$5+7%2/4".repeat(1_000), "", "") >= 0);
    }

    @Test
    void it_has_ten_characters_and_no_more_than_two_hundred() {
        assertEquals(Set.of(PasswordStrength.Problem.TOO_SHORT), strength.problems("k8#vQz!pW", "", ""));
        assertEquals(Set.of(PasswordStrength.Problem.TOO_LONG), strength.problems("k8#vQz!pW".repeat(30), "", ""));
    }
}
