// What a filter is and how it is spelled, in the address bar as in requests: `/blog/*` begins so, `!DE` is not so.
// A backslash in front of a comma, a star, an exclamation mark or a backslash takes their meaning away.
import {LISTS} from "./lists.js";

/** By the name that requests use: what readers call it, and the list of its values. */
export const DIMENSIONS = Object.fromEntries(Object.entries(LISTS).filter(([, {dimension}]) => dimension)
    .map(([ranking, {dimension, item}]) => [dimension, {label: item, ranking}]));

/** The four things a filter can say of a value. */
export const RELATIONS = [
    {label: "is", excludes: false, prefix: false},
    {label: "is not", excludes: true, prefix: false},
    {label: "starts with", excludes: false, prefix: true},
    {label: "does not start with", excludes: true, prefix: true},
];

/** Those of one dimension, as a request wants them. */
export function spell(filters) {
    return filters.map(spellOne).join(",");
}

/** Reads what `spell` wrote. */
export function parse(dimension, text) {
    return (text + ",").match(/(?:\\[\\,!*]|[^,])*,/g).map(part => parseOne(dimension, part.slice(0, -1)));
}

/** How the filter relates to its value, in words. */
export function relation(filter) {
    return RELATIONS.find(one => one.excludes === filter.excludes && one.prefix === filter.prefix);
}

/** Whether both say the same. */
export function same(one, other) {
    return one.dimension === other.dimension && spellOne(one) === spellOne(other);
}

/** The filters after a click on a row: only this value of its dimension, or not any longer when it was so already. */
export function toggled(filters, wanted) {
    const others = filters.filter(filter => !same(filter, wanted));
    if (others.length < filters.length) {
        return others;
    }
    return [...others.filter(filter => filter.dimension !== wanted.dimension || filter.excludes), wanted];
}

/** Each filter once. Of a filter and its opposite, which no visit or every visit would pass, only what came last. */
export function settled(filters) {
    return filters.reduce((kept, filter) => {
        const at = kept.findIndex(one => same({...one, excludes: filter.excludes}, filter));
        return at < 0 ? [...kept, filter] : kept.with(at, filter);
    }, []);
}

function spellOne(filter) {
    const value = filter.value.replace(/[\\,]/g, "\\$&").replace(/^!/, "\\!");
    return (filter.excludes ? "!" : "") + (filter.prefix ? value + "*" : value.replace(/\*$/, "\\*"));
}

function parseOne(dimension, part) {
    const excludes = part.startsWith("!");
    const marks = part.slice(excludes ? 1 : 0).match(/\\[\\,!*]|./gs) ?? [];
    const prefix = marks.at(-1) === "*";
    const value = (prefix ? marks.slice(0, -1) : marks).map(mark => mark.at(-1)).join("");
    return {dimension, excludes, prefix, value};
}
