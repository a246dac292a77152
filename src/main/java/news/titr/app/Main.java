package news.titr.app;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program begins. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("titr " + arguments.length);
    }
}
