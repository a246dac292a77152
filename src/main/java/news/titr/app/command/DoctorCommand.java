package news.titr.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is configured, what is wrong, and what to do.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        data.settings();
        return 0;
    }
}
