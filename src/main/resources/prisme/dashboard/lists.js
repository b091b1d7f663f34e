// Every list of commonest values there is: what a row of it is called, what it counts and what a click on it filters.
import {visible} from "./element.js";
import {countryName} from "./country.js";

/* Of what rows are shares: of a number of the summary, or of their own sum where they are no part of one. */
const SESSIONS = {counts: "Sessions", whole: summary => summary.sessions};
const VIEWS = {counts: "Views", whole: summary => summary.pageviews};
const EVENTS = {counts: "Events"};
const CLICKS = {counts: "Clicks"};
const DOWNLOADS = {counts: "Downloads"};

const plain = key => key === "" ? "(none)" : key;

/* Paths are kept percent-encoded. Where that hides a text, people read the text. */
function path(key) {
    try {
        return visible(decodeURI(key)).replace(/[\p{Cc}]/gu, encodeURIComponent);
    } catch {
        return key;
    }
}

const direct = key => key === "direct" ? "Direct" : plain(key);
const json = key => key.startsWith("\"") ? string(key) : key;

function string(key) {
    try {
        return JSON.parse(key);
    } catch {
        return key;
    }
}

/** By the name that requests use. */
export const LISTS = {
    "top-pages": {title: "Top pages", tab: "Top", item: "Page",
        dimension: "path", name: path, ...VIEWS},
    "top-entry-pages": {title: "Entry pages", tab: "Entry", item: "Entry page",
        dimension: "entry-path", name: path, ...SESSIONS},
    "top-exit-pages": {title: "Exit pages", tab: "Exit", item: "Exit page",
        dimension: "exit-path", name: path, ...SESSIONS},
    "top-not-found": {title: "Broken links", tab: "Broken links", item: "Missing page",
        dimension: "path", name: path, ...VIEWS},
    "top-referrers": {title: "Referrers", tab: "Referrers", item: "Referrer",
        dimension: "referrer", name: direct, ...SESSIONS},
    "top-utm-sources": {title: "UTM sources", tab: "UTM source", item: "UTM source",
        dimension: "utm-source", name: plain, ...SESSIONS},
    "top-utm-mediums": {title: "UTM mediums", tab: "Medium", item: "UTM medium",
        dimension: "utm-medium", name: plain, ...SESSIONS},
    "top-utm-campaigns": {title: "UTM campaigns", tab: "Campaign", item: "UTM campaign",
        dimension: "utm-campaign", name: plain, ...SESSIONS},
    "top-utm-terms": {title: "UTM terms", tab: "Term", item: "UTM term",
        dimension: "utm-term", name: plain, ...SESSIONS},
    "top-utm-contents": {title: "UTM contents", tab: "Content", item: "UTM content",
        dimension: "utm-content", name: plain, ...SESSIONS},
    "top-countries": {title: "Countries", item: "Country",
        dimension: "country", name: countryName, hasFlags: true, ...SESSIONS},
    "top-browsers": {title: "Browsers", tab: "Browsers", item: "Browser",
        dimension: "browser", name: plain, ...SESSIONS},
    "top-operating-systems": {title: "Systems", tab: "Systems", item: "System",
        dimension: "os", name: plain, ...SESSIONS},
    "top-devices": {title: "Devices", tab: "Devices", item: "Device",
        dimension: "device", name: plain, ...SESSIONS},
    "top-custom-events": {title: "Custom events", item: "Event",
        name: plain, leads: true, ...EVENTS},
    "top-custom-event-properties": {title: "Properties", item: "Property",
        name: plain, leads: true, ...EVENTS},
    "top-custom-event-values": {title: "Values", item: "Value",
        name: json, ...EVENTS},
    "top-outbound-links": {title: "Outbound links", tab: "Outbound links", item: "Link",
        name: plain, opens: true, ...CLICKS},
    "top-file-downloads": {title: "Downloads", tab: "Downloads", item: "File",
        name: plain, opens: true, ...DOWNLOADS},
};

/** The panels in the order of the page; the first of their lists is the one shown. */
export const PANELS = {
    "pages": {title: "Pages", lists: ["top-pages", "top-entry-pages", "top-exit-pages", "top-not-found"]},
    "sources": {title: "Sources", lists: ["top-referrers", "top-utm-sources", "top-utm-mediums", "top-utm-campaigns",
        "top-utm-terms", "top-utm-contents"]},
    "countries": {title: "Countries", lists: ["top-countries"]},
    "clients": {title: "Technology", lists: ["top-browsers", "top-operating-systems", "top-devices"]},
    "events": {title: "Custom events", lists: ["top-custom-events"]},
    "links": {title: "Links and files", lists: ["top-outbound-links", "top-file-downloads"]},
};

/** What a value of a dimension is called. */
export function valueName(dimension, value) {
    return Object.values(LISTS).find(list => list.dimension === dimension).name(value);
}

/** Asks for the commonest values of a list and what they are shares of. */
export async function fetchList(view, name, limit) {
    const list = LISTS[name];
    const more = {limit: list.whole ? limit : MOST_ROWS, ...name === "top-custom-event-values"
        ? {name: view.state.event, property: view.state.property}
        : name === "top-custom-event-properties" ? {name: view.state.event} : {}};
    const [answer, summary] = await Promise.all([
        view.questions.ask(name, view.range, more), list.whole && view.questions.ask("totals", view.range)]);
    const rows = answer.keys.map((key, index) => ({key, name: list.name(key), count: answer.values[index]}));
    const whole = list.whole ? list.whole(summary) : rows.reduce((sum, row) => sum + row.count, 0);
    return {list, rows, shown: rows.slice(0, limit), whole, highest: rows[0]?.count ?? 0};
}

/** More rows than this the server does not give. */
export const MOST_ROWS = 1000;
