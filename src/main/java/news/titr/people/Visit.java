package news.titr.people;

/**
 * Where somebody comes from.
 *
 * @param address the network address
 * @param agent what their browser calls itself
 */
public record Visit(String address, String agent) {

    private static final int LONGEST_AGENT = 300;

    public Visit {
        agent = agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
