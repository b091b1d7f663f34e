// The menu of periods.
import {button, element} from "./element.js";
import {span} from "./format.js";
import {Menu} from "./menu.js";
import {dayText, PERIODS} from "./range.js";

export class Periods {
    #menu;
    #list;
    #from = dayField();
    #to = dayField();
    #dates;

    /** @param choose called with the part of the state that says which period */
    constructor(place, choose) {
        this.choose = part => {
            this.#menu.close();
            choose(part);
        };
        this.#list = Object.entries(PERIODS).filter(([name]) => name !== "custom").map(([name, {label, key}]) =>
            button({class: "choice", "data-period": name, onclick: () => this.choose({period: name, from: "", to: ""})},
                label, element("kbd", {}, key.toUpperCase())));
        const form = element("form", {class: "dates", onsubmit: event => {
            event.preventDefault();
            const [from, to] = [this.#from.value, this.#to.value].sort();
            this.choose({period: "custom", from, to});
        }}, element("label", {}, "From", this.#from), element("label", {}, "To", this.#to),
            element("button", {class: "primary"}, "Show"));
        place.querySelector(".box").replaceChildren(...this.#list, form);
        this.#menu = new Menu(place, () => this.#fill());
    }

    show(state, range) {
        this.#dates = range;
        this.#menu.label = state.period === "custom" ? span(range.from, range.to) : PERIODS[state.period].label;
        this.#list.forEach(choice => choice.setAttribute("aria-current", choice.dataset.period === state.period));
    }

    /** Opens the menu where days are chosen. */
    openDates() {
        this.#menu.open();
        this.#from.focus();
    }

    #fill() {
        const now = new Date();
        [[this.#from, this.#dates?.from], [this.#to, this.#dates?.until]].forEach(([field, date]) => {
            field.max = dayText(now);
            field.value = dayText(date < now ? date : now);
        });
    }
}

function dayField() {
    return element("input", {type: "date", required: true, min: "1970-01-01"});
}
