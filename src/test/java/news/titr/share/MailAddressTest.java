package news.titr.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "sara@example.org, sara@example.org",
        "'  sara@example.org ', sara@example.org",
        "Sara.Novin+news@Mail.Example.ORG, Sara.Novin+news@mail.example.org",
        "o'brien_7-x@example.org, o'brien_7-x@example.org",
        "سارا@example.org, ",
        "sara۱۲@example.org, sara12@example.org",
        "sara@روزنامه.ایران, sara@xn--mgbtd1fdic.xn--mgba3a4f16a",
        "sara@bücher.example, sara@xn--bcher-kva.example",
        "'\u200Fsara@example.org\u200E', sara@example.org",
        "'\u2066sara@example.org\u2069', sara@example.org",
    })
    void isReadAsPeopleTypeIt(String typed, String expected) {
        assertEquals(Optional.ofNullable(expected), MailAddress.read(typed).map(MailAddress::text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sara",
                "@example.org",
                "sara@",
                "sara@localhost",
                "sara@example.org@example.net",
                "sara@example..org",
                "sara@.example.org",
                "sara@-example.org",
                "sara@example.org.",
                ".sara@example.org",
                "sara.@example.org",
                "sa..ra@example.org",
                "-oX@example.org",
                "\"sara\"@example.org",
                "sara(comment)@example.org",
                "Sara <sara@example.org>",
                "<sara@example.org>",
                "sara@example.org,ali@example.org",
                "sara@example.org;ali@example.org",
                "sara@example.org ali@example.org",
                "sara@[192.0.2.1]",
                "sara@192.0.2.1",
                "sara%example.net@example.org",
                "example.net!sara@example.org",
                "@example.net:sara@example.org",
                "|/bin/sh@example.org",
                "/etc/passwd@example.org",
                "sara@example.org\r\nBcc: all@example.org",
                "sara\r\n@example.org",
                "sara@exam\nple.org",
                "sara@example.org\u0000",
                "sara\u2028@example.org",
                "sara@خانه\u200Cها.example",
                "sara@stra\u00DFe.example",
                "sara@example.org?bcc=all@example.org",
                "=?utf-8?q?sara?=@example.org",
                "sara@example.org\u3002",
            })
    void isRefusedWhenItCouldBeAnythingElse(String typed) {
        assertEquals(Optional.empty(), MailAddress.read(typed));
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void theLocalPartHasAtMost64Letters(int length, boolean good) {
        assertEquals(good, MailAddress.read("a".repeat(length) + "@example.org").isPresent());
    }

    @ParameterizedTest
    @CsvSource({"254, true", "255, false", "10000, false", "1000000, false"})
    void theWholeHasAtMost254(int length, boolean good) {
        var address = new StringBuilder("a@");
        while (address.length() < length - 61) {
            address.append("b".repeat(59)).append('.');
        }
        address.append("c".repeat(length - address.length()));

        assertEquals(good, MailAddress.read(address.toString()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "Sara@Example.org, sara@example.org",
        "sara+a+b@example.org, sara@example.org",
        "s.a.r.a+x@gmail.com, sara@gmail.com",
        "sara@googlemail.com, sara@gmail.com",
        "s.a@example.org, s.a@example.org",
    })
    void spellingsOfOnePersonAreOneMailbox(String address, String mailbox) {
        assertEquals(mailbox, MailAddress.read(address).orElseThrow().mailbox());
    }

    @Property(tries = 5_000)
    void nothingThatEndsAHeaderIsEverLetThrough(@ForAll("nearAddresses") String typed) {
        MailAddress.read(typed)
                .ifPresent(address -> assertTrue(
                        address.text().matches("[A-Za-z0-9_][A-Za-z0-9_+'.-]{0,63}@[a-z0-9.-]{3,252}"),
                        address.text()));
    }

    @Provide
    Arbitrary<String> nearAddresses() {
        var wild = Arbitraries.strings()
                .withChars("ab.-_+@,;:<>()\"'\\%!| \r\n\t\u0000\u200C\u200E\u2028\u3002۱کس=?[]/{}")
                .withCharRange('\u0000', '\u00FF')
                .ofMaxLength(40);
        return net.jqwik.api.Combinators.combine(wild, wild).as((local, domain) -> local + "@" + domain + ".example");
    }
}
