// Rows with bars behind them. Showing other values changes the rows that are there, so that nothing flickers and the
// keyboard's focus stays where it is.
import {flag} from "./country.js";
import {button, element, foreign, visible} from "./element.js";
import {exactly, portion} from "./format.js";

export class Rows {
    #choose;
    #exclude;

    /**
     * @param choose  called with a row's key when it is clicked
     * @param exclude called with a row's key when everything but it is wanted
     */
    constructor(choose, exclude) {
        this.#choose = choose;
        this.#exclude = exclude;
        this.heads = element("div", {class: "heads", "aria-hidden": "true"});
        this.place = element("ol", {class: "rows", tabindex: "-1"});
    }

    /** Room for so many rows of a list that have not come yet. */
    wait(list, count) {
        this.#head(list);
        this.place.replaceChildren(...Array.from({length: count}, () =>
            element("li", {class: "row"}, element("span", {class: "blank"}))));
    }

    /** @param isChosen tells of a dimension's value whether a filter is set to it */
    show({list, shown, whole, highest}, isChosen) {
        const held = [...this.place.children].findIndex(line => line.contains(document.activeElement));
        const key = this.place.children[held]?.dataset.key;
        this.#head(list);
        shown.forEach((row, index) => {
            const chosen = isChosen(list.dimension, row.key);
            const look = JSON.stringify([list.item, row.key, chosen]);
            const present = this.place.children[index];
            const line = present?.dataset.look === look ? present : this.#line(list, row, chosen, look);
            line.querySelector(".count").textContent = exactly(row.count);
            line.querySelector(".share").textContent = portion(row.count, whole);
            line.style.setProperty("--bar", 100 * row.count / highest + "%");
            if (line !== present) {
                this.place.insertBefore(line, present ?? null);
                present?.remove();
            }
        });
        [...this.place.children].slice(shown.length).forEach(line => line.remove());
        if (held >= 0 && !this.place.contains(document.activeElement)) {
            this.#focus(key, held);
        }
    }

    #head({item, counts}) {
        const heads = [item, counts, "Share"];
        this.heads.replaceChildren(...heads.map(text => element("span", {}, text)));
        this.place.setAttribute("aria-label", heads.join(", "));
    }

    /* On the row with this key, else the one in its place, the last one, all of them. */
    #focus(key, index) {
        const lines = [...this.place.children];
        const line = lines.find(one => one.dataset.key === key) ?? lines[index] ?? lines.at(-1);
        (line?.querySelector("button, a") ?? this.place).focus({preventScroll: true});
    }

    #line(list, row, isChosen, look) {
        const canFilter = list.dimension !== undefined;
        const line = element("li", {class: "row", "data-key": row.key},
            this.#name(list, row, isChosen),
            element("span", {class: "count"}), element("span", {class: "share"}),
            canFilter && !isChosen && this.#excluder(row));
        line.dataset.look = look;
        return line;
    }

    #excluder({key, name}) {
        return button({class: "exclude", title: "Exclude", "aria-label": `Exclude ${visible(name)}`,
            onclick: () => this.#exclude(key)}, "≠");
    }

    #name(list, row, isChosen) {
        const text = foreign(row.name);
        const parts = list.hasFlags ? [flag(row.key), text] : [text];
        const title = visible(row.key);
        if (list.opens) {
            return element("a", {class: "name", title, rel: "noopener noreferrer", target: "_blank", href: row.key},
                ...parts);
        }
        if (list.dimension === undefined && !list.leads) {
            return element("span", {class: "name", title}, ...parts);
        }
        return button({class: "name", title, onclick: () => this.#choose(row.key),
            "aria-pressed": list.dimension && String(isChosen)}, ...parts);
    }
}
