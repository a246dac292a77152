package news.titr.app;

import io.quarkus.runtime.annotations.QuarkusMain;
import news.titr.app.command.TitrCommand;

/** Where the program begins. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(TitrCommand.run(arguments));
    }
}
