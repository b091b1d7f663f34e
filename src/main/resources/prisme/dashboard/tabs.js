// Tabs as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them: one stop for the Tab key, arrows move between them.
import {button, element} from "./element.js";

export class Tabs {
    #tabs;
    #body;

    /**
     * @param choices pairs of a name and a label
     * @param body    what the tabs change
     * @param choose  called with the name of the tab that is opened
     */
    constructor(choices, body, choose) {
        this.#body = body;
        this.#tabs = new Map(choices.map(([name, label]) => [name, button({role: "tab", id: `tab-${name}`,
            "aria-controls": body.id, onclick: () => choose(name)}, label)]));
        this.place = element("div", {class: "tabs", role: "tablist", onkeydown: event => this.#key(event)},
            ...this.#tabs.values());
        if (choices.length > 1) {
            body.setAttribute("role", "tabpanel");
        }
    }

    mark(open) {
        this.#tabs.forEach((tab, name) => {
            tab.setAttribute("aria-selected", name === open);
            tab.tabIndex = name === open ? 0 : -1;
        });
        if (this.#tabs.size > 1) {
            this.#body.setAttribute("aria-labelledby", `tab-${open}`);
        }
    }

    #key(event) {
        const all = [...this.#tabs.values()];
        const at = all.indexOf(event.target);
        const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1}[event.key];
        if (to !== undefined) {
            event.preventDefault();
            const tab = all[(to + all.length) % all.length];
            tab.focus();
            tab.click();
        }
    }
}
