// One panel: a title, a tab for each of its lists, the first rows of the one that is open, and the way to all of them.
import {button, element} from "./element.js";
import {fetchList, LISTS} from "./lists.js";
import {Rows} from "./rows.js";
import {Tabs} from "./tabs.js";

const SHOWN = 9;

export class Panel {
    #tabs;
    #listOf;
    #open;
    #none = element("p", {class: "none", hidden: true});
    #rows;

    /**
     * @param acts what a reader can do here: `choose(list, key)`, `exclude(list, key)`, `tab(panel, list)`,
     *             `all(list)`, `save(list)`
     * @param ways what is particular about this panel: `above`, an element between its header and its rows, and
     *             `listOf`, which list a state opens here
     */
    constructor(name, {title, lists}, acts, ways = {}) {
        this.#listOf = ways.listOf ?? (state => state.tabs[name] ?? lists[0]);
        this.#open = lists[0];
        this.#rows = new Rows(key => acts.choose(this.#open, key), key => acts.exclude(this.#open, key));
        const {heads, place} = this.#rows;
        const body = element("div", {class: "body", id: `${name}-body`}, heads, place, this.#none);
        this.#tabs = new Tabs(lists.map(list => [list, LISTS[list].tab ?? LISTS[list].title]), body,
            list => acts.tab(name, list, lists[0]));
        this.#tabs.place.setAttribute("aria-labelledby", `${name}-title`);
        this.place = element("section", {class: "panel", id: name, "aria-labelledby": `${name}-title`},
            element("header", {}, element("h2", {id: `${name}-title`}, title),
                lists.length > 1 && this.#tabs.place),
            ways.above, body,
            element("footer", {},
                button({class: "quiet", "aria-label": `All rows of ${title}`, onclick: () => acts.all(this.#open)},
                    "All rows"),
                button({class: "quiet", "aria-label": `${title} as CSV`, onclick: () => acts.save(this.#open)},
                    "CSV")));
        this.#rows.wait(LISTS[this.#open], SHOWN);
    }

    async show(view) {
        const name = this.#listOf(view.state);
        this.#tabs.mark(name);
        const answer = await fetchList(view, name, SHOWN);
        this.#open = name;
        this.#rows.show(answer, view.isChosen);
        this.#none.hidden = answer.rows.length > 0;
        this.#none.textContent = `No ${answer.list.counts.toLowerCase()} ${view.where}.`;
    }
}
