package news.titr.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.titr.language.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyFolderHasEveryDefault() {
        var settings = Settings.load(folder, Map.of());
        assertEquals("http://localhost:8080", settings.masthead().baseUrl().toString());
        assertEquals("Asia/Tehran", settings.masthead().zone().getId());
        assertTrue(settings.databaseUrl().startsWith("jdbc:sqlite:"));
        assertTrue(settings.mail().isEmpty());
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        write("site.name = روزنامهٔ کرانه\nserver.port = 9000\n");
        var settings = Settings.load(folder, Map.of("TITR_SERVER_PORT", "9001"));
        assertEquals("روزنامهٔ کرانه", settings.masthead().name());
        assertEquals(9001, settings.port());
        assertEquals("http://localhost:9001", settings.masthead().baseUrl().toString());
    }

    @Test
    void anUnknownSettingStopsTheStartAndSaysWhatWasMeant() throws IOException {
        write("site.naem = x\n");
        assertSays("Unknown setting “site.naem” in titr.properties. Did you mean site.name?", Map.of());
        write("");
        assertSays(
                "Unknown setting TITR_SITE_BASEURL in the environment. Did you mean TITR_SITE_BASE_URL?",
                Map.of("TITR_SITE_BASEURL", "x"));
    }

    @Test
    void wrongValuesAreNamed() throws IOException {
        write("server.port = eighty\n");
        assertSays("server.port must be a whole number from 0 to 65535, not “eighty”", Map.of());
        write("site.zone = Asia/Teheran\n");
        assertSays("site.zone must be a time zone such as Asia/Tehran, not “Asia/Teheran”", Map.of());
        write("site.base-url = news.example.org\n");
        assertSays(
                "site.base-url must be an address such as https://news.example.org, not “news.example.org”", Map.of());
        write("database.url = jdbc:mysql://x\n");
        assertSays("database.url must begin with jdbc:postgresql: or jdbc:sqlite:, not “jdbc:mysql://x”", Map.of());
        write("mail.host = smtp.example.org\n");
        assertSays("mail.from must be the address that mails come from, such as news@example.org", Map.of());
        write("people.second-factor = yes\n");
        assertSays("people.second-factor must be advised or required, not “yes”", Map.of());
        for (String proxy :
                List.of("localhots", "10.0.0", "10.0.0.0.1", "10.0.0.256", "10.0.0.0/33", "fd00::/129", ":")) {
            write("server.trusted-proxies = 127.0.0.1, " + proxy + "\n");
            assertSays(
                    "server.trusted-proxies must be addresses or networks such as 127.0.0.1, 10.0.0.0/8 or fd00::/8,"
                            + " parted by commas, not “" + proxy + "”",
                    Map.of());
        }
        write("server.trusted-proxies = 127.0.0.1, 10.0.0.0/8, ::1, fd00::/8\n");
        assertEquals(4, Settings.load(folder, Map.of()).trustedProxies().size());
        assertEquals(
                "--port must be a whole number from 0 to 65535, not “99999”",
                assertThrows(
                                Settings.WrongSetting.class,
                                () -> Settings.load(folder, Map.of()).listeningOn(null, 99_999))
                        .getMessage());
        write("site.sections = city\n");
        assertSays(
                "site.sections must be entries such as name=value, parted by semicolons; “city” is not one", Map.of());
    }

    @Test
    void theHouseStyleIsAChoiceOfTheNewspaper() throws IOException {
        write("site.house-style = they=half-space; digits=persian; punctuation=yes\n");
        assertEquals(
                HouseStyle.standard()
                        .withThey(HouseStyle.Tie.HALF_SPACE)
                        .withDigits(HouseStyle.Digits.PERSIAN)
                        .withPunctuation(true),
                Settings.load(folder, Map.of()).houseStyle());
        write("site.house-style = they=apart\n");
        assertSays("site.house-style: they is one of leave, half-space, plain, not “apart”", Map.of());
        write("site.house-style = commas=yes\n");
        var problem = assertThrows(Settings.WrongSetting.class, () -> Settings.load(folder, Map.of()));
        assertTrue(problem.getMessage().startsWith("site.house-style: there is no choice “commas”, only "));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), "site.name = روزنامه", Charset.forName("windows-1256"));
        var problem = assertThrows(Settings.WrongSetting.class, () -> Settings.load(folder, Map.of()));
        assertTrue(problem.getMessage().endsWith("is not UTF-8 text; save it as UTF-8"), problem.getMessage());
    }

    @Test
    void everySettingIsExplainedInTheHandbook() throws IOException {
        String handbook = Files.readString(Path.of("docs", "operating.md"));
        for (var setting : Setting.values()) {
            assertTrue(handbook.contains("`" + setting.key() + "`"), setting.key() + " is not in docs/operating.md");
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), text);
    }

    private void assertSays(String message, Map<String, String> environment) {
        var problem = assertThrows(Settings.WrongSetting.class, () -> Settings.load(folder, environment));
        assertEquals(message, problem.getMessage());
    }
}
