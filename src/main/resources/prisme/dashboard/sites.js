// The menu of sites: all of them, or those that are ticked.
import {button, element, foreign} from "./element.js";
import {Menu} from "./menu.js";

const MOST = 1000;
const FRESH = 60_000;

export class Sites {
    #menu;
    #box;
    #choose;
    #known = [];
    #asked = -Infinity;

    /** @param choose called with the sites that are wanted; none means all */
    constructor(place, choose) {
        this.#menu = new Menu(place);
        this.#box = place.querySelector(".box");
        this.#choose = choose;
        this.place = place;
    }

    /** The sites there ever were. They change too seldom to be asked for with every view. */
    async show({state, anywhere, ever}) {
        this.#menu.label = label(state.sites);
        if (performance.now() - this.#asked > FRESH) {
            this.#known = (await anywhere.ask("top-domains", ever, {limit: MOST})).keys;
            this.#asked = performance.now();
        }
        const all = [...new Set([...this.#known, ...state.sites])].sort((one, other) => one.localeCompare(other));
        this.place.hidden = all.length < 2;
        const look = JSON.stringify([all, state.sites]);
        if (this.#box.dataset.look !== look) {
            this.#box.dataset.look = look;
            this.#fill(all, state.sites);
        }
    }

    open() {
        if (!this.place.hidden) {
            this.#menu.open();
        }
    }

    #fill(all, chosen) {
        const focused = this.#box.querySelector(":focus")?.value;
        const boxes = all.map(site => element("input", {type: "checkbox", value: site, checked: chosen.includes(site),
            onchange: () => this.#choose(boxes.filter(box => box.checked).map(box => box.value))}));
        this.#box.replaceChildren(
            button({class: "choice", "aria-current": String(chosen.length === 0), onclick: () => this.#choose([])},
                "All sites"),
            ...boxes.map(box => element("label", {class: "choice"}, box, foreign(box.value))));
        boxes.find(box => box.value === focused)?.focus();
    }
}

function label(sites) {
    return sites.length === 0 ? "All sites" : sites.length === 1 ? sites[0] : `${sites.length} sites`;
}
