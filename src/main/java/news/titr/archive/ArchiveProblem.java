package news.titr.archive;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An archive cannot be written or taken in; the message is one line that says why, and what to do. */
public final class ArchiveProblem extends RuntimeException {

    ArchiveProblem(String message) {
        super(inOneLine(message));
    }

    ArchiveProblem(String message, Throwable cause) {
        super(inOneLine(message), cause);
    }

    /** Names out of a hostile archive may hold anything. */
    private static String inOneLine(String message) {
        return message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

    /** What is said before anything is written: nothing is overwritten unasked, and a folder never. */
    static void refuseToReplace(Path to, boolean overwrite) {
        if (Files.isDirectory(to)) {
            throw new ArchiveProblem(to + " is a folder; name the file in it");
        }
        if (Files.exists(to) && !overwrite) {
            throw new ArchiveProblem(to + " is there already; choose another name, or say --overwrite");
        }
    }

    static ArchiveProblem cannotWrite(Path to, Exception problem) {
        String why = switch (problem) {
            case NoSuchFileException _ ->
                "there is no folder " + to.toAbsolutePath().getParent();
            case AccessDeniedException _ -> "this is not allowed";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(problem.getMessage());
        };
        return new ArchiveProblem("Cannot write " + to + ": " + why, problem);
    }
}
