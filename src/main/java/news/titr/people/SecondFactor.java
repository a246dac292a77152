package news.titr.people;

import news.titr.db.Database;

/**
 * Whoever can harm the whole newspaper is asked for more than a password: a passkey or an authenticator app. Where the
 * machine's settings require it, they come no further than to set one up; elsewhere they are advised to.
 */
public final class SecondFactor {

    private final Database database;
    private final boolean required;

    public SecondFactor(Database database, boolean required) {
        this.database = database;
        this.required = required;
    }

    /** Whether this person has to set one up before anything else. */
    public boolean isOwed(Person person) {
        return required && isMissing(person);
    }

    /** Whether this person's role asks for one and they have none. */
    public boolean isMissing(Person person) {
        return person.role().asksForSecondFactor()
                && database.read(read -> CodeStore.secret(read, person.id()).isEmpty()
                        && PasskeyStore.all(read, person.id()).isEmpty());
    }
}
