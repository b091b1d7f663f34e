package prisme.demo;

import prisme.event.Campaign;
import prisme.event.Referrer;

/// Where a visitor came from.
record Source(String referrerDomain, Campaign campaign) {
    private static final int BLOGS = 800;
    private static final double FROM_A_BLOG = 0.06;

    private static final Weighted<Source> COMMON = new Weighted.Builder<Source>()
            .with(380, new Source(Referrer.Direct.NAME, Campaign.NONE))
            .with(270, new Source("www.google.com", Campaign.NONE))
            .with(38, new Source("www.bing.com", Campaign.NONE))
            .with(30, new Source("duckduckgo.com", Campaign.NONE))
            .with(26, new Source("news.ycombinator.com", Campaign.NONE))
            .with(24, new Source("t.co", Campaign.NONE))
            .with(20, new Source("github.com", Campaign.NONE))
            .with(18, new Source("www.reddit.com", Campaign.NONE))
            .with(16, new Source("www.linkedin.com", Campaign.NONE))
            .with(14, new Source("de.wikipedia.org", Campaign.NONE))
            .with(12, new Source("www.ecosia.org", Campaign.NONE))
            .with(8, new Source("mastodon.social", Campaign.NONE))
            .with(6, new Source("www.youtube.com", Campaign.NONE))
            .with(40, new Source("www.google.com", new Campaign("google", "cpc", "brand", "web analytics", "ad-a")))
            .with(22, new Source("www.google.com",
                    new Campaign("google", "cpc", "privacy", "analytics without cookies", "ad-b")))
            .with(12, new Source("www.bing.com", new Campaign("bing", "cpc", "brand", "web statistics", "ad-a")))
            .with(30, new Source(Referrer.Direct.NAME, new Campaign("newsletter", "email", "weekly", "", "header")))
            .with(12, new Source(Referrer.Direct.NAME, new Campaign("newsletter", "email", "weekly", "", "footer")))
            .with(16, new Source("www.facebook.com", new Campaign("facebook", "social", "summer-launch", "", "video")))
            .with(8, new Source("www.linkedin.com", new Campaign("linkedin", "social", "summer-launch", "", "post")))
            .build();

    static Source any(Dice dice) {
        if (dice.happens(FROM_A_BLOG)) {
            return new Source("blog-" + dice.rank(BLOGS) + ".example.net", Campaign.NONE);
        }
        return COMMON.any(dice);
    }
}
