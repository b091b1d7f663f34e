// The window in which a filter is put together by hand; it proposes the commonest values.
import {button, element} from "./element.js";
import {DIMENSIONS, RELATIONS} from "./filter.js";
import {valueName, valueOf} from "./lists.js";

const PROPOSALS = 100;

export class FilterForm {
    #dimension = choice(Object.entries(DIMENSIONS).map(([name, {label}]) => [name, label]));
    #relation = choice(RELATIONS.map(({label}, index) => [index, label]));
    #value = element("input", {type: "text", name: "value", list: "proposals", autocomplete: "off", maxlength: "2048"});
    #proposals = element("datalist", {id: "proposals"});
    #dialog;
    #view;
    #known = [];

    /** @param add called with the filter that is wanted too */
    constructor(add) {
        this.#dialog = element("dialog", {class: "form", "aria-labelledby": "filter-title"},
            element("form", {method: "dialog", onsubmit: () => add(this.#filter())},
                element("h2", {id: "filter-title"}, "Show only visits where"),
                element("div", {class: "fields"}, element("label", {}, "What", this.#dimension),
                    element("label", {}, "How", this.#relation),
                    element("label", {class: "wide"}, "Value", this.#value), this.#proposals),
                element("div", {class: "actions"},
                    button({class: "quiet", onclick: () => this.#dialog.close()}, "Cancel"),
                    element("button", {class: "primary"}, "Add filter"))));
        this.#dimension.addEventListener("change", () => this.#propose());
        document.body.append(this.#dialog);
    }

    open(view) {
        this.#view = view;
        this.#value.value = "";
        this.#dialog.showModal();
        this.#propose();
    }

    #filter() {
        const {excludes, prefix} = RELATIONS[this.#relation.value];
        const dimension = this.#dimension.value;
        const typed = this.#value.value;
        const begins = typed.endsWith("*") && !this.#known.includes(typed);
        const value = valueOf(dimension, begins ? typed.slice(0, -1) : typed, this.#known);
        return {dimension, excludes, prefix: prefix || begins, value};
    }

    async #propose() {
        const dimension = this.#dimension.value;
        this.#value.required = !dimension.startsWith("utm-");
        this.#known = [];
        this.#proposals.replaceChildren();
        try {
            const {keys} = await this.#view.questions.ask(DIMENSIONS[dimension].ranking, this.#view.range,
                {limit: PROPOSALS});
            if (dimension === this.#dimension.value) {
                this.#known = keys;
                this.#proposals.replaceChildren(...keys.map(key =>
                    element("option", {value: valueName(dimension, key)})));
            }
        } catch {
            // Without proposals the field takes any text all the same.
        }
    }
}

function choice(options) {
    return element("select", {}, ...options.map(([value, text]) => element("option", {value}, text)));
}
