// The filters that are set: each can be turned into its opposite and taken away. The keyboard's focus stays where it
// was, or goes to what is next to it.
import {button, element, foreign, visible} from "./element.js";
import {DIMENSIONS, relation, same} from "./filter.js";
import {valueName} from "./lists.js";

export class Chips {
    #place;
    #set;
    #look = "[]";

    /** @param set called with the filters that are wanted instead */
    constructor(place, set) {
        this.#place = place;
        this.#set = set;
    }

    show(filters) {
        const look = JSON.stringify(filters);
        if (look !== this.#look) {
            this.#look = look;
            const part = document.activeElement;
            const index = [...this.#place.children].findIndex(chip => chip.contains(part));
            this.#fill(filters);
            if (index >= 0) {
                this.#focus(index, part.className);
            }
        }
    }

    #fill(filters) {
        this.#place.hidden = filters.length === 0;
        this.#place.replaceChildren(...filters.map(filter => this.#chip(filter, filters)),
            ...filters.length > 1 ? [element("li", {},
                button({class: "quiet", onclick: () => this.#set([])}, "Clear all"))] : []);
    }

    #focus(index, part) {
        const chip = this.#place.children[Math.min(index, this.#place.children.length - 1)];
        const next = chip?.getElementsByClassName(part)[0] ?? chip?.querySelector("button");
        (next ?? document.getElementById("add-filter")).focus();
    }

    #chip(filter, all) {
        const {label} = DIMENSIONS[filter.dimension];
        const name = filter.prefix ? filter.value : valueName(filter.dimension, filter.value);
        const words = `${label} ${relation(filter).label} ${visible(name)}`;
        const turned = {...filter, excludes: !filter.excludes};
        return element("li", {class: filter.excludes ? "chip excludes" : "chip"},
            element("span", {class: "chip-label"}, label),
            button({class: "chip-relation", title: "Turn into its opposite", "aria-label": words,
                onclick: () => this.#set(all.map(one => same(one, filter) ? turned : one))}, relation(filter).label),
            element("span", {class: "chip-value", title: visible(filter.value)}, foreign(name)),
            button({class: "chip-remove", "aria-label": "Remove the filter " + words,
                onclick: () => this.#set(all.filter(one => !same(one, filter)))}, "✕"));
    }
}
