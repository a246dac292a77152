package news.titr.people;

/** What can be allowed. The doors ask for these; screens only hide what would be refused. */
public enum Permission {
    WRITE,
    MOVE_STAGE,
    PUBLISH,
    CORRECT,
    WITHDRAW,
    EDIT_FRONT,
    ADMINISTER
}
