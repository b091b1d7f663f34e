package prisme.demo;

/// A custom event of the site.
///
/// @param properties the text of a JSON object
record Action(String name, String properties) {
    private static final Weighted<String> PLANS = Weighted.words("\"free\" 60 \"pro\" 30 \"team\" 10");
    private static final Weighted<String> WORDS = Weighted.words(
            "\"install\" 30 \"cookies\" 22 \"docker\" 18 \"backup\" 15 \"api\" 14 \"gdpr\" 12 \"prüfen\" 5 \"👍\" 2");
    private static final int LONGEST_VIDEO = 40;
    private static final int MOST_SEATS = 25;
    private static final int HITS = 30;

    static Action any(Dice dice) {
        double which = dice.fraction();
        if (which < 0.45) {
            return new Action("scroll", "{\"percent\":" + (1 + dice.below(4)) * 25 + "}");
        }
        if (which < 0.7) {
            return new Action("search", "{\"query\":" + WORDS.any(dice) + ",\"hits\":" + dice.below(HITS) + "}");
        }
        if (which < 0.85) {
            return new Action("video", "{\"seconds\":" + dice.below(LONGEST_VIDEO) * 15 + ",\"muted\":"
                    + dice.happens(0.7) + "}");
        }
        if (which < 0.95) {
            return new Action("newsletter", "{}");
        }
        return new Action("signup", "{\"plan\":" + PLANS.any(dice) + ",\"seats\":" + (1 + dice.rank(MOST_SEATS)) + "}");
    }
}
