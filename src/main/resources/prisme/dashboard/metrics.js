// The numbers at the top: what each means, which series draw it and how it is written.
import {count, duration, percent, ratio} from "./format.js";

const part = (some, all) => all > 0 ? some / all : 0;

/**
 * `total` takes a metric from a summary. `series` names what is asked for to draw it, `combine` makes one value of
 * theirs. `less` says that less of it is better.
 */
export const METRICS = {
    "visitors": {
        label: "Visitors", series: ["visitors"], combine: all => all, total: summary => summary.visitors, write: count,
        definition: "Different people, as far as can be told without following them: whoever comes back on another "
            + "day counts as somebody new. The chart counts them per interval, so its points add up to more.",
    },
    "sessions": {
        label: "Sessions", series: ["sessions"], combine: all => all, total: summary => summary.sessions, write: count,
        definition: "Visits: chains of pages, each opened from the one before. Coming back from elsewhere begins "
            + "another.",
    },
    "pageviews": {
        label: "Pageviews", series: ["pageviews"], combine: all => all, total: summary => summary.pageviews,
        write: count,
        definition: "Pages shown in this period. A reload is not another view.",
    },
    "views": {
        label: "Views per session", series: ["pageviews", "sessions"], combine: part,
        total: summary => summary.views_per_session, write: ratio,
        definition: "Pageviews divided by sessions.",
    },
    "bounces": {
        label: "Bounce rate", series: ["bounces", "sessions"], combine: part, less: true, isShare: true,
        total: summary => summary.bounce_rate, write: percent,
        definition: "Share of the sessions that saw a single page.",
    },
    "duration": {
        label: "Visit duration", series: ["sessions-duration"], combine: all => all, isTime: true,
        total: summary => summary.session_duration, write: duration,
        definition: "Average time from a session's start to its last pageview. Sessions of a single page last 0 s and "
            + "count too.",
    },
};

/** The stretch of time in which somebody counts as being there, by the server's clock. */
export const LATELY = {from: "now-899s", to: "now"};

/** The one number without a chart: the visitors of the last minutes. */
export const LIVE = {
    label: "Live visitors", total: summary => summary.visitors, write: count,
    definition: "Different visitors with a pageview in the last 15 minutes.",
};
