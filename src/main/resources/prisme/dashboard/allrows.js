// A window with all rows of a list, as many as the server gives, to search in and to take away.
import {button, element} from "./element.js";
import {fetchList, LISTS, MOST_ROWS} from "./lists.js";
import {Rows} from "./rows.js";

export class AllRows {
    #title = element("h2", {id: "all-title"});
    #search = element("input", {type: "search", placeholder: "Search", "aria-label": "Search these rows",
        oninput: () => this.#draw()});
    #told = element("p", {class: "told", role: "status"});
    #rows;
    #dialog;
    #answer;
    #shown;
    #view;
    #name = "";

    /**
     * @param acts  as for panels
     * @param close called when the reader is done
     */
    constructor(acts, close) {
        this.#rows = new Rows(key => acts.choose(this.#name, key), key => acts.exclude(this.#name, key));
        const onclose = () => this.#name && close();
        this.#dialog = element("dialog", {class: "all", closedby: "any", "aria-labelledby": "all-title", onclose},
            element("header", {}, this.#title, this.#search,
                button({class: "quiet", onclick: () => this.#answer && acts.saveRows(this.#name, this.#shown)}, "CSV"),
                button({class: "quiet", "aria-label": "Close", onclick: () => this.#dialog.close()}, "✕")),
            this.#told,
            element("div", {class: "scroll", tabindex: "-1"}, this.#rows.heads, this.#rows.place));
        document.body.append(this.#dialog);
    }

    /** Opens where the state says so, and closes where it does not. */
    async show(view) {
        const name = view.state.rows;
        if (name !== this.#name) {
            this.#turn(name);
        }
        if (name !== "") {
            this.#answer = await fetchList(view, name, MOST_ROWS);
            this.#view = view;
            this.#draw();
        }
    }

    /** Says why nothing has come. */
    complain(sentence) {
        this.#told.textContent = sentence;
        if (this.#answer === undefined) {
            this.#rows.place.replaceChildren();
        }
    }

    #turn(name) {
        this.#name = name;
        this.#answer = undefined;
        if (name === "") {
            this.#dialog.close();
            return;
        }
        this.#title.textContent = LISTS[name].title;
        this.#search.value = "";
        this.#told.textContent = "";
        this.#rows.wait(LISTS[name], 12);
        if (!this.#dialog.open) {
            this.#dialog.showModal();
        }
        this.#search.focus();
    }

    #draw() {
        if (this.#answer === undefined) {
            return;
        }
        const wanted = this.#search.value.trim().toLowerCase();
        this.#shown = this.#answer.rows.filter(({key, name}) =>
            name.toLowerCase().includes(wanted) || key.toLowerCase().includes(wanted));
        this.#rows.show({...this.#answer, shown: this.#shown}, this.#view.isChosen);
        this.#told.textContent = this.#answer.rows.length === 0 ? `Nothing ${this.#view.where}.`
            : told(this.#shown.length, this.#answer.rows.length);
    }
}

function told(shown, all) {
    return shown < all ? `${shown} of ${all} rows.`
        : all === MOST_ROWS ? `The first ${MOST_ROWS} rows.` : all === 1 ? "1 row." : `${all} rows.`;
}
