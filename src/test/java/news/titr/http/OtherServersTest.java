package news.titr.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program may ask of others, and of whom. */
class OtherServersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "64:ff9b::7f00:1"
            })
    void a_private_address_is_known(String address) throws UnknownHostException {
        assertFalse(OtherServers.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1"})
    void a_public_one_as_well(String address) throws UnknownHostException {
        assertTrue(OtherServers.isPublic(InetAddress.getByName(address)), address);
    }

    @Test
    void only_the_web_is_asked() {
        var servers = new OtherServers(PrivateServers.ALL, "Titr");
        for (String address : new String[] {"file:///etc/passwd", "ftp://example.org/", "mailto:a@example.org", "/x"}) {
            assertThrows(
                    OtherServers.NoAnswer.class,
                    () -> servers.post(URI.create(address), "text/plain", new byte[0]),
                    address);
        }
    }

    @Test
    void a_name_that_leads_to_this_machine_is_refused() {
        var servers = new OtherServers(PrivateServers.NONE, "Titr");
        for (String address : new String[] {"http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/"}) {
            var refused = assertThrows(
                    OtherServers.NoAnswer.class,
                    () -> servers.post(URI.create(address), "text/plain", new byte[0]),
                    address);
            assertTrue(String.valueOf(refused.getMessage()).contains("private network"), address);
        }
    }
}
