package news.titr.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Where the files of a theme lie: in a folder, or in the program. Names are paths below it, with {@code /}. */
sealed interface ThemeFiles {

    /** All of them, in order; those that editors and systems leave behind, such as {@code .DS_Store}, are passed over. */
    List<String> names();

    Optional<byte[]> bytes(String name);

    /** Something else as soon as a file is changed, added or taken away. */
    String stamp();

    /** A folder on the machine. */
    record Folder(Path path) implements ThemeFiles {

        @Override
        public List<String> names() {
            try (var files = Files.walk(path, 5)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> path.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> !name.startsWith(".") && !name.contains("/.") && !name.endsWith("~"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + path + " cannot be read", e);
            }
        }

        @Override
        public Optional<byte[]> bytes(String name) {
            try {
                var file = path.resolve(name);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String stamp() {
            var stamp = new StringBuilder();
            for (String name : names()) {
                var file = path.resolve(name).toFile();
                stamp.append(name)
                        .append(' ')
                        .append(file.lastModified())
                        .append(' ')
                        .append(file.length())
                        .append('\n');
            }
            return stamp.toString();
        }
    }

    /** A folder on the class path, such as {@code themes/magazine}. */
    record Shipped(String folder) implements ThemeFiles {

        @Override
        public List<String> names() {
            return below(folder + "/");
        }

        @Override
        public Optional<byte[]> bytes(String name) {
            try (var stream = ThemeFiles.class.getResourceAsStream("/" + folder + "/" + name)) {
                return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String stamp() {
            return "";
        }

        /** The names of the program's own files in a folder, without the folder: it lies in a JAR, or beside the classes. */
        static List<String> below(String folder) {
            try {
                var program = Path.of(ThemeFiles.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                if (Files.isDirectory(program)) {
                    return Files.isDirectory(program.resolve(folder))
                            ? new Folder(program.resolve(folder)).names()
                            : List.of();
                }
                try (var jar = new ZipFile(program.toFile())) {
                    return jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(folder) && !name.endsWith("/"))
                            .map(name -> name.substring(folder.length()))
                            .sorted()
                            .toList();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
