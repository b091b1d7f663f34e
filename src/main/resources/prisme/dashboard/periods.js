// The menu of periods.
import {element} from "./element.js";
import {span} from "./format.js";
import {Menu} from "./menu.js";
import {dayText, PERIODS} from "./range.js";

export class Periods {
    #menu;
    #list;
    #from = dayField("From");
    #to = dayField("To");
    #dates;

    /** @param choose called with the part of the state that says which period */
    constructor(place, choose) {
        const done = part => {
            this.#menu.close();
            place.querySelector("button").focus();
            choose(part);
        };
        this.#list = Object.entries(PERIODS).filter(([name]) => name !== "custom").map(([name, {label, key}]) =>
            element("button", {type: "button", class: "choice", "data-period": name,
                onclick: () => done({period: name, from: "", to: ""})}, label, element("kbd", {}, key.toUpperCase())));
        const form = element("form", {class: "dates", onsubmit: event => {
            event.preventDefault();
            const [from, to] = [this.#from, this.#to].map(field => field.querySelector("input").value).sort();
            done({period: "custom", from, to});
        }}, this.#from, this.#to, element("button", {class: "primary"}, "Show"));
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
        this.#menu.open(() => this.#fill());
        this.#from.querySelector("input").focus();
    }

    #fill() {
        if (this.#dates) {
            this.#from.querySelector("input").value = dayText(this.#dates.from);
            this.#to.querySelector("input").value = dayText(this.#dates.until);
        }
    }
}

function dayField(label) {
    return element("label", {}, label,
        element("input", {type: "date", required: true, min: "2000-01-01", max: "2999-12-31"}));
}
