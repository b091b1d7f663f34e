// Every list of commonest values there is: what a row of it is called, what it counts and what a click on it filters.
import {UNSEEN} from "./element.js";
import {countryCode, countryName} from "./country.js";

/** What most values are called. */
export const plain = key => key === "" ? "(none)" : key;

/* Paths are kept percent-encoded. Where that hides a text, people read the text. */
function path(key) {
    try {
        return plain(decodeURI(key).replace(UNSEEN, encodeURIComponent));
    } catch {
        return key;
    }
}

const direct = key => key === "direct" ? "Direct" : plain(key);

/* The text itself, unless it reads as something else: the text "1" is not the number. */
function json(key) {
    const value = parsed(key);
    return typeof value === "string" && parsed(value) === undefined ? plain(value) : key;
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/* Of what rows are shares: of a number of the summary, of the count of their event, or of their own sum. */
const SESSIONS = {name: plain, counts: "Sessions", whole: summary => summary.sessions};
const utm = kind => ({title: `UTM ${kind}s`, item: `UTM ${kind}`, dimension: `utm-${kind}`, ...SESSIONS});
const VIEWS = {name: path, counts: "Views", whole: summary => summary.pageviews};
const EVENTS = {name: plain, counts: "Events"};
const CLICKS = {name: plain, opens: true, counts: "Clicks"};
const DOWNLOADS = {name: plain, opens: true, counts: "Downloads"};

/** By the name that requests use. Of two with the same dimension the last ranks its values. */
export const LISTS = {
    "top-not-found": {title: "Broken links", item: "Missing page", dimension: "path", ...VIEWS},
    "top-pages": {title: "Top pages", tab: "Top", item: "Page", dimension: "path", ...VIEWS},
    "top-entry-pages": {title: "Entry pages", tab: "Entry", item: "Entry page",
        dimension: "entry-path", ...SESSIONS, name: path},
    "top-exit-pages": {title: "Exit pages", tab: "Exit", item: "Exit page",
        dimension: "exit-path", ...SESSIONS, name: path},
    "top-referrers": {title: "Referrers", item: "Referrer", dimension: "referrer", ...SESSIONS, name: direct},
    "top-utm-sources": {...utm("source"), tab: "UTM source"},
    "top-utm-mediums": {...utm("medium"), tab: "Medium"},
    "top-utm-campaigns": {...utm("campaign"), tab: "Campaign"},
    "top-utm-terms": {...utm("term"), tab: "Term"},
    "top-utm-contents": {...utm("content"), tab: "Content"},
    "top-countries": {title: "Countries", item: "Country",
        dimension: "country", ...SESSIONS, name: countryName, hasFlags: true},
    "top-browsers": {title: "Browsers", item: "Browser", dimension: "browser", ...SESSIONS},
    "top-operating-systems": {title: "Systems", item: "System", dimension: "os", ...SESSIONS},
    "top-devices": {title: "Devices", item: "Device", dimension: "device", ...SESSIONS},
    "top-custom-events": {title: "Custom events", item: "Event", leads: true, ...EVENTS},
    "top-custom-event-properties": {title: "Properties", item: "Property", leads: true, ...EVENTS},
    "top-custom-event-values": {title: "Values", item: "Value", ...EVENTS, name: json},
    "top-outbound-links": {title: "Outbound links", item: "Link", ...CLICKS},
    "top-file-downloads": {title: "Downloads", item: "File", ...DOWNLOADS},
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

/** The value that a reader means who types this. */
export function valueOf(dimension, typed, known) {
    const values = [...known, "", "direct"];
    return values.find(value => value === typed) ?? values.find(value => valueName(dimension, value) === typed)
        ?? (dimension === "country" ? countryCode(typed)
            : dimension.endsWith("path") ? encodeURI(typed).replaceAll("%25", "%") : typed);
}

/** Asks for the commonest values of a list and what they are shares of. */
export async function fetchList(view, name, limit) {
    const list = LISTS[name];
    const {event, property} = view.state;
    const isOfEvent = name === "top-custom-event-properties";
    const more = list.whole ? {limit} : {limit: MOST_ROWS, name: event, property: property ?? ""};
    const ask = (question, parameters) => view.questions.ask(question, view.range, parameters);
    const [answer, summary, events] = await Promise.all([ask(name, more), list.whole && ask("totals"),
        isOfEvent && ask("top-custom-events", {limit: MOST_ROWS})]);
    const rows = answer.keys.map((key, index) => ({key, name: list.name(key), count: answer.values[index]}));
    const highest = rows[0]?.count ?? 0;
    const whole = list.whole ? list.whole(summary) : events ? events.values[events.keys.indexOf(event)] ?? highest
        : rows.reduce((sum, row) => sum + row.count, 0);
    return {list, rows, shown: rows.slice(0, limit), whole, highest};
}

/** More rows than this the server does not give. */
export const MOST_ROWS = 1000;
