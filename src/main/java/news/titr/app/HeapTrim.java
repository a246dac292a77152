package news.titr.app;

import java.lang.management.ManagementFactory;

/**
 * Gives back memory that nobody needs any more. The serial collector looks through the old part of the heap only when it may not
 * grow any more: of what lived for a moment too long there, a day of readers would leave hundreds of megabytes.
 */
final class HeapTrim {

    /** What may gather, in bytes, before it is worth a pause of a tenth of a second. */
    private static final long GATHERED = 24 << 20;

    private HeapTrim() {}

    static void run() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .filter(pool ->
                        pool.getUsage().getUsed() - pool.getCollectionUsage().getUsed() > GATHERED)
                .forEach(_ -> System.gc());
    }
}
