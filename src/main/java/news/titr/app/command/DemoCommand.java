package news.titr.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "demo", mixinStandardHelpOptions = true, description = "Runs a sample newspaper to look around in.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        return ServeCommand.serve(data.settings(), data.open());
    }
}
