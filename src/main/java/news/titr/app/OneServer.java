package news.titr.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * With SQLite one server at a time runs on a data folder: each holds the latest pages and settings in memory, and would not
 * hear of the other's changes. The lock goes with the process, however it ends.
 */
public final class OneServer implements AutoCloseable {

    /** In the data folder. */
    static final String FILE = "server.lock";

    private final FileChannel channel;

    private OneServer(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Settings.WrongSetting when another server has the folder */
    public static OneServer on(Settings settings) {
        var folder = settings.dataFolder();
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Settings.WrongSetting("The data folder " + folder + " cannot be written: " + e.getMessage());
        }
        if (settings.databaseUrl().startsWith("jdbc:sqlite:") && !took(channel)) {
            throw new Settings.WrongSetting("Another server runs on the data folder " + folder
                    + ". Stop it first, or choose another --data; several servers need PostgreSQL (database.url).");
        }
        return new OneServer(channel);
    }

    /** Whether the folder is this server's now. */
    private static boolean took(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // a file system that knows no locks keeps nobody from starting
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the process ends, and the lock with it
        }
    }
}
