package news.titr.people;

/** What can be allowed. The doors ask for these; screens only hide what would be refused. */
public enum Permission {
    /** To write on one's own stories: those that one began or was given. */
    WRITE,
    /** To write on everybody's. */
    WRITE_ANY,
    MOVE_STAGE,
    ASSIGN,
    PUBLISH,
    CORRECT,
    WITHDRAW,
    EDIT_FRONT,
    EDIT_PICTURES,
    EDIT_SITE,
    MANAGE_PEOPLE,
    READ_AUDIT,
    ADMINISTER
}
