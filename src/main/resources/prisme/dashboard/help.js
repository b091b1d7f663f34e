// The window that explains the keys and the numbers.
import {button, element} from "./element.js";
import {LIVE, METRICS} from "./metrics.js";
import {PERIODS} from "./range.js";

const KEYS = [
    ["1 – 6", "Draw this number in the chart"],
    ["F", "Add a filter"],
    ["X", "Clear all filters"],
    ["S", "Choose sites"],
    ["R", "Ask for fresh numbers"],
    ["?", "This window"],
    ["Esc", "Close what is open"],
    ["← →", "Walk along the chart, or between tabs"],
    ["Enter", "In the chart: look into that day or month"],
];

export class Help {
    #dialog;

    constructor() {
        const periods = Object.values(PERIODS).map(({key, label}) => [key.toUpperCase(), label]);
        const meanings = [...Object.values(METRICS), LIVE].flatMap(({label, definition}) =>
            [element("dt", {}, label), element("dd", {}, definition)]);
        this.#dialog = element("dialog", {class: "help", closedby: "any", "aria-labelledby": "help-title"},
            element("header", {}, element("h2", {id: "help-title"}, "Keys and numbers"),
                button({class: "quiet", "aria-label": "Close", onclick: () => this.#dialog.close()}, "✕")),
            element("div", {class: "scroll", tabindex: "0", role: "group", "aria-label": "Keys and numbers"},
                element("div", {class: "keys"}, table(periods), table(KEYS)),
                element("h3", {}, "What the numbers mean"),
                element("dl", {}, ...meanings)));
        document.body.append(this.#dialog);
    }

    open() {
        this.#dialog.showModal();
    }
}

function table(rows) {
    return element("table", {}, element("tbody", {}, ...rows.map(([key, meaning]) => element("tr", {},
        element("th", {scope: "row"}, element("kbd", {}, key)), element("td", {}, meaning)))));
}
