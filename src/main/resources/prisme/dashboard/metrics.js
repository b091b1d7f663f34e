// The numbers at the top: what each means, which series draw it and how it is written.
import {count, duration, percent, ratio} from "./format.js";

const part = (some, all) => all > 0 ? some / all : 0;

/**
 * `total` names a metric in a summary, `series` what is asked for to draw it; `combine` makes one value of several.
 * `less` says that less of it is better.
 */
export const METRICS = {
    "visitors": {
        label: "Visitors", series: ["visitors"], total: "visitors", write: count,
        definition: "Different people, as far as can be told without following them: whoever comes back on another "
            + "day counts as somebody new. The chart counts them per interval, so its points add up to more.",
    },
    "sessions": {
        label: "Sessions", series: ["sessions"], total: "sessions", write: count,
        definition: "Visits: chains of pages, each opened from the one before. Coming back from elsewhere begins "
            + "another.",
    },
    "pageviews": {
        label: "Pageviews", series: ["pageviews"], total: "pageviews", write: count,
        definition: "Pages shown in this period. A reload is not another view.",
    },
    "views": {
        label: "Views per session", series: ["pageviews", "sessions"], combine: part, total: "views_per_session",
        write: ratio,
        definition: "Pageviews divided by sessions.",
    },
    "bounces": {
        label: "Bounce rate", series: ["bounces", "sessions"], combine: part, less: true, isShare: true,
        total: "bounce_rate", write: percent,
        definition: "Share of the sessions that saw a single page.",
    },
    "duration": {
        label: "Visit duration", series: ["sessions-duration"], isTime: true,
        total: "session_duration", write: duration,
        definition: "Average time from a session's start to its last pageview. Sessions of a single page last 0 s and "
            + "count too.",
    },
};

/** The stretch of time in which somebody counts as being there, by the server's clock. */
export const LATELY = {from: "now-899s", to: "now"};

/** The one number without a chart: the visitors of the last minutes. */
export const LIVE = {
    label: "Live visitors", total: "visitors", write: count,
    definition: "Different visitors with a pageview in the last 15 minutes.",
};
