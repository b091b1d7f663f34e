package prisme.demo;

import java.util.ArrayList;
import java.util.List;

/// The pages of a site, and what can be done on them.
final class Site {
    private static final int ARTICLES = 2000;
    private static final int BROKEN = 300;
    private static final double LANDING_ON_ARTICLE = 0.62;
    private static final double GOING_ON_TO_ARTICLE = 0.4;

    private static final String[] SECTIONS = {"/blog/", "/docs/", "/guides/", "/news/"};
    private static final String[] FIRST = {"measuring", "understanding", "self-hosting", "comparing", "migrating",
        "reading", "designing", "debugging", "exporting", "explaining", "automating", "simplifying"};
    private static final String[] SECOND = {"visitors", "sessions", "page-views", "campaigns", "referrers", "privacy",
        "dashboards", "cookies", "small-servers", "backups", "bounce-rates", "time-zones", "user-agents", "traffic"};

    private static final Weighted<String> MAIN_PAGES = Weighted.words(
            "/ 400 /pricing 120 /docs/ 110 /blog/ 90 /features 70 /about 45 /download 60 /contact 30 /news/ 30 "
            + "/guides/ 26 /faq 22 /changelog 20 /signup 34 /login 26 /privacy 10 /imprint 8 /%C3%BCber-uns 6");
    private static final Weighted<String> FILES = Weighted.words(
            "/files/prisme.jar 50 /files/handbook.pdf 24 /files/press-kit.zip 8 /files/checksums.txt 12 "
            + "/files/price-list.pdf 10 /files/logo.svg 5");
    private static final Weighted<String> LINKS = Weighted.words(
            "https://github.com/example/prisme 60 https://en.wikipedia.org/wiki/Web_analytics 16 "
            + "https://news.ycombinator.com/ 10 https://www.rfc-editor.org/rfc/rfc9562 8 https://adoptium.net/ 22 "
            + "https://mastodon.social/@example 9 https://www.example.org/partners 7");

    private final String domain;
    private final List<String> articles = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    Site(String domain, Dice dice) {
        this.domain = domain;
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(SECTIONS[dice.below(SECTIONS.length)] + FIRST[dice.below(FIRST.length)] + "-"
                    + SECOND[dice.below(SECOND.length)] + "-" + (i + 1));
        }
        for (int i = 0; i < BROKEN; i++) {
            broken.add("/old/" + SECOND[dice.below(SECOND.length)] + "-" + (i + 1) + ".html");
        }
    }

    String domain() {
        return domain;
    }

    String landingPage(Dice dice) {
        return dice.happens(LANDING_ON_ARTICLE) ? article(dice) : MAIN_PAGES.any(dice);
    }

    String nextPage(Dice dice) {
        return dice.happens(GOING_ON_TO_ARTICLE) ? article(dice) : MAIN_PAGES.any(dice);
    }

    String missingPage(Dice dice) {
        return broken.get(dice.rank(BROKEN));
    }

    String file(Dice dice) {
        return "https://" + domain + FILES.any(dice);
    }

    String link(Dice dice) {
        return LINKS.any(dice);
    }

    private String article(Dice dice) {
        return articles.get(dice.rank(ARTICLES));
    }
}
