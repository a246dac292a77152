package news.titr.share;

import java.util.Locale;

/**
 * Why a story was not sent, in a way that its reader can do something about.
 *
 * @param field the id of the field that it is about, or the empty string
 */
record SendProblem(Kind kind, String field) {

    enum Kind {
        NO_SENDER,
        NO_RECIPIENT,
        WRONG_ADDRESS,
        TOO_MANY_RECIPIENTS,
        TOO_FAST,
        TOO_OLD,
        SENT_TWICE,
        TOO_MANY_FROM_NETWORK,
        TOO_MANY_FROM_SENDER,
        TOO_MANY_TO_RECIPIENT,
        TOO_MANY_MAILS;

        String messageKey() {
            return "send.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** True when it is not the form but its number that is wrong, or its time. */
        boolean isLimit() {
            return switch (this) {
                case TOO_MANY_FROM_NETWORK, TOO_MANY_FROM_SENDER, TOO_MANY_TO_RECIPIENT, TOO_MANY_MAILS -> true;
                case NO_SENDER, NO_RECIPIENT, WRONG_ADDRESS, TOO_MANY_RECIPIENTS, TOO_FAST, TOO_OLD, SENT_TWICE ->
                    false;
            };
        }
    }

    static final String SENDER = "send-from";
    private static final String RECIPIENT = "send-to-";

    static SendProblem of(Kind kind) {
        return new SendProblem(kind, "");
    }

    static SendProblem ofSender(Kind kind) {
        return new SendProblem(kind, SENDER);
    }

    static SendProblem ofRecipient(Kind kind, int index) {
        return new SendProblem(kind, recipientField(index));
    }

    static String recipientField(int index) {
        return RECIPIENT + (index + 1);
    }
}
