// The cards at the top: one number each, how it changed, and what it means. A click on a card draws it below.
import {button, element} from "./element.js";
import {change, exactly, SAME, span, time} from "./format.js";
import {LATELY, LIVE, METRICS} from "./metrics.js";

export class Summary {
    #cards;
    #live = new Card("live", LIVE, undefined);

    /** @param choose called with the metric that is to be drawn */
    constructor(place, choose) {
        this.#cards = Object.entries(METRICS).map(([name, metric]) => new Card(name, metric, () => choose(name)));
        /* As https://www.w3.org/TR/WCAG22/#content-on-hover-or-focus wants it. */
        addEventListener("keydown", ({key}) => place.classList.toggle("hushed", key === "Escape"));
        place.addEventListener("pointerleave", () => place.classList.remove("hushed"));
        place.replaceChildren(...this.#cards.map(card => card.item), this.#live.item);
    }

    /** Which card's metric is drawn; shown at once, before any number has come. */
    mark(metric) {
        this.#cards.forEach(card => card.mark(card.name === metric));
    }

    /** All of it in words. */
    get words() {
        return this.#cards.map(card => card.words).join(", ");
    }

    async show({range, questions}) {
        const {before: earlier} = range;
        const [now, before, live] = await Promise.all([questions.ask("totals", range),
            earlier && questions.ask("totals", {from: earlier.from, to: earlier.until}),
            questions.ask("totals", LATELY)]);
        this.#cards.forEach(card => card.show(now, before, earlier));
        this.#live.show(live, undefined, undefined, range.isOpen ? "last 15 minutes" : `at ${time(new Date())}`);
    }
}

class Card {
    #metric;
    #face;
    #value = element("span", {class: "card-value"}, element("span", {class: "blank"}));
    #change = element("span", {class: "card-change"});

    constructor(name, metric, onclick) {
        const definition = element("span", {class: "definition", role: "tooltip", id: "means-" + name},
            metric.definition);
        const parts = [element("span", {class: "card-label"}, metric.label), this.#value, this.#change];
        this.name = name;
        this.#metric = metric;
        const common = {class: "card-face", "aria-describedby": definition.id};
        this.#face = onclick
            ? button({...common, onclick}, ...parts)
            : element("div", {...common, tabindex: "0", role: "group", "aria-label": metric.label}, ...parts);
        this.item = element("li", {class: "card", id: "card-" + name}, this.#face, definition);
    }

    get words() {
        return `${this.#metric.label} ${this.#value.textContent}`;
    }

    mark(isDrawn) {
        this.#face.setAttribute("aria-pressed", isDrawn);
    }

    show(summary, before, stretch, note = before ? "none before" : "") {
        const value = summary[this.#metric.total];
        this.#value.textContent = this.#metric.write(value);
        this.#value.title = Number.isInteger(value) && value >= 100_000 ? exactly(value) : "";
        if (before?.sessions > 0) {
            this.#compare(value, before[this.#metric.total], stretch);
        } else {
            this.#change.textContent = note;
            this.#change.className = "card-change";
        }
    }

    #compare(value, before, stretch) {
        const text = change(value, before, this.#metric.isShare);
        const isBetter = this.#metric.less ? value < before : value > before;
        this.#change.className = "card-change " + (text === SAME ? "" : isBetter ? "better" : "worse");
        const days = span(stretch.from, stretch.until);
        this.#change.replaceChildren(text,
            element("span", {class: "aside"}, ` from ${this.#metric.write(before)}`),
            element("span", {class: "unseen"}, ` in ${days}`));
        this.#change.title = `${this.#metric.write(before)} in ${days}`;
    }
}
