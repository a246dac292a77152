package news.titr.app.command;

import java.util.concurrent.Callable;
import news.titr.app.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is configured, what is wrong, and what to do. Exits 1 when something is wrong.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var findings = Doctor.examine(data.folder, System.getenv());
        findings.forEach(finding -> spec.commandLine()
                .getOut()
                .printf("%-6s %-10s %s%n", finding.state().word(), finding.what(), finding.text()));
        return findings.stream().anyMatch(finding -> finding.state() == Doctor.State.WRONG) ? 1 : 0;
    }
}
