// The filters that are set: each can be turned into its opposite and taken away.
import {element, foreign, visible} from "./element.js";
import {DIMENSIONS, relation, same} from "./filter.js";
import {valueName} from "./lists.js";

export class Chips {
    #place;
    #set;

    /** @param set called with the filters that are wanted instead */
    constructor(place, set) {
        this.#place = place;
        this.#set = set;
    }

    show(filters) {
        this.#place.hidden = filters.length === 0;
        this.#place.replaceChildren(...filters.map(filter => this.#chip(filter, filters)),
            ...filters.length > 1 ? [element("li", {}, element("button", {type: "button", class: "quiet",
                onclick: () => this.#set([])}, "Clear all"))] : []);
    }

    #chip(filter, all) {
        const {label} = DIMENSIONS[filter.dimension];
        const name = filter.prefix ? filter.value : valueName(filter.dimension, filter.value);
        const turned = {...filter, excludes: !filter.excludes};
        return element("li", {class: filter.excludes ? "chip excludes" : "chip"},
            element("span", {class: "chip-label"}, label),
            element("button", {type: "button", class: "chip-relation", title: "Turn into its opposite",
                onclick: () => this.#set(all.map(one => same(one, filter) ? turned : one))}, relation(filter).label),
            element("span", {class: "chip-value", title: visible(filter.value)}, foreign(name)),
            element("button", {type: "button", class: "chip-remove", "aria-label": `Remove the filter ${label} `
                + `${relation(filter).label} ${visible(name)}`,
                onclick: () => this.#set(all.filter(one => !same(one, filter)))}, "✕"));
    }
}
