package news.titr.people;

/** An account at the desk. */
public record Person(String id, String email, String name, Role role, boolean disabled) {}
