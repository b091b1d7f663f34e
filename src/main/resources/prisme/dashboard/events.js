// The panel of custom events, which leads from an event to its properties and on to their values.
import {button, element, foreign} from "./element.js";
import {plain} from "./lists.js";
import {Panel} from "./panel.js";

export class EventsPanel {
    #go;
    #trail = element("nav", {class: "trail", "aria-label": "Event and property", hidden: true});
    #panel;

    /** @param go called with the event and the property to show, "" and null where none is chosen */
    constructor(name, description, acts, go) {
        this.#go = go;
        this.#panel = new Panel(name, description, acts, {above: this.#trail, listOf});
        this.place = this.#panel.place;
    }

    async show(view) {
        const {event, property} = view.state;
        const hadFocus = this.#trail.contains(document.activeElement);
        this.#trail.hidden = event === "";
        this.#trail.replaceChildren(this.#step("All events", ""), " › ", ...property === null ? [foreign(event)]
            : [this.#step(foreign(event), event), " › ", foreign(plain(property))]);
        await this.#panel.show(view);
        if (hadFocus) {
            this.place.querySelector(".rows").focus();
        }
    }

    #step(label, event) {
        return button({class: "link", onclick: () => this.#go(event, null)}, label);
    }
}

function listOf({event, property}) {
    return event === "" ? "top-custom-events" : property === null ? "top-custom-event-properties"
        : "top-custom-event-values";
}
