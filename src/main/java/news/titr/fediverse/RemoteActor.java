package news.titr.fediverse;

import java.security.PublicKey;

/**
 * Somebody elsewhere.
 *
 * @param id the address that names them
 * @param sharedInbox of their server, or empty
 * @param keyId the address that names their key
 */
record RemoteActor(String id, String inbox, String sharedInbox, String keyId, PublicKey key) {}
