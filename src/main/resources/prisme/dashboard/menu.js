// A button that opens a box below itself. Escape, a click elsewhere and leaving it by keyboard close it.
export class Menu {
    #button;
    #box;
    #opened;

    /** @param opened called before the box is shown */
    constructor(place, opened = () => {}) {
        this.#button = place.querySelector("button");
        this.#box = place.querySelector(".box");
        this.#opened = opened;
        this.#turn(false);
        this.#button.addEventListener("click", () => this.#box.hidden ? this.open() : this.close());
        place.addEventListener("keydown", event => event.key === "Escape" && !this.#box.hidden && this.#escape(event));
        place.addEventListener("focusout", ({relatedTarget: next}) => next && !place.contains(next) && this.close());
        document.addEventListener("pointerdown", event => !place.contains(event.target) && this.close());
    }

    open() {
        this.#opened();
        this.#turn(true);
        (this.#box.querySelector("[aria-current=true]") ?? this.#box.querySelector("button, input"))?.focus();
    }

    close() {
        if (this.#box.contains(document.activeElement)) {
            this.#button.focus();
        }
        this.#turn(false);
    }

    /** What the closed menu says. */
    set label(text) {
        this.#button.querySelector(".menu-label").textContent = text;
        this.#button.title = text;
    }

    #turn(isOpen) {
        this.#box.hidden = !isOpen;
        this.#button.setAttribute("aria-expanded", isOpen);
    }

    #escape(event) {
        event.stopPropagation();
        this.close();
    }
}
