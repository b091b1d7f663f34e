// What the reader looks at, and its spelling in the address bar. Nothing of it is kept anywhere else, so that back,
// reload and a link sent to somebody all lead to the same view.
import {DIMENSIONS, parse, settled, spell} from "./filter.js";
import {LISTS, PANELS} from "./lists.js";
import {METRICS} from "./metrics.js";
import {PERIODS} from "./range.js";

/** The view without anything chosen. `tabs` holds by panel which of its lists is shown. */
export const DEFAULTS = Object.freeze({
    period: "30d", from: "", to: "", sites: [], filters: [], metric: "visitors", tabs: {}, event: "", property: null,
    rows: "",
});

const DATES = ["period", "from", "to"];
const WORDS = ["metric", "event", "property", "rows"];
const DATE = /^(19[7-9]\d|2\d{3})-\d\d-\d\d$/;

/** Reads the part of an address behind `?`. What makes no sense is left out. */
export function fromQuery(query) {
    const parameters = new URLSearchParams(query);
    const state = {...DEFAULTS, ...period(parameters)};
    for (const word of WORDS) {
        state[word] = parameters.get(word) ?? DEFAULTS[word];
    }
    state.metric = Object.hasOwn(METRICS, state.metric) ? state.metric : DEFAULTS.metric;
    state.rows = Object.hasOwn(LISTS, state.rows) ? state.rows : "";
    state.sites = [...new Set(parameters.getAll("site"))].filter(site => site !== "");
    state.tabs = Object.fromEntries(Object.keys(PANELS).map(panel => [panel, parameters.get(panel)])
        .filter(([panel, tab]) => PANELS[panel].lists.indexOf(tab) > 0));
    state.filters = settled(Object.keys(DIMENSIONS).flatMap(dimension => parameters.getAll(dimension)
        .flatMap(list => parse(dimension, list))));
    return state;
}

/** The shortest query that leads back to this state: what is as usual is not mentioned. */
export function toQuery(state) {
    const parameters = new URLSearchParams();
    const mention = words => words.filter(word => state[word] !== DEFAULTS[word])
        .forEach(word => parameters.set(word, state[word]));
    mention(DATES);
    state.sites.forEach(site => parameters.append("site", site));
    for (const [dimension, list] of Object.entries(byDimension(state.filters))) {
        parameters.set(dimension, list);
    }
    Object.entries(state.tabs).forEach(([panel, tab]) => parameters.set(panel, tab));
    mention(WORDS);
    const query = parameters.toString().replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%21", "!");
    return query === "" ? "" : "?" + query;
}

/** The filters as requests want them: a list for each dimension that has any. */
export function byDimension(filters) {
    const lists = Object.groupBy(filters, filter => filter.dimension);
    return Object.fromEntries(Object.entries(lists).map(([dimension, list]) => [dimension, spell(list)]));
}

function period(parameters) {
    const [name, from, to] = DATES.map(key => parameters.get(key) ?? "");
    if (name === "custom") {
        return isDay(from) && isDay(to) && from <= to ? {period: name, from, to} : {};
    }
    return Object.hasOwn(PERIODS, name) ? {period: name} : {};
}

/* A 30th of February is read as one of March. */
function isDay(text) {
    return DATE.test(text) && new Date(text).toJSON()?.startsWith(text);
}
