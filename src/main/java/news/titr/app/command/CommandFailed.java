package news.titr.app.command;

/** Ends a command with one clear line and exit code 1. */
final class CommandFailed extends RuntimeException {

    CommandFailed(String message) {
        super(message);
    }
}
