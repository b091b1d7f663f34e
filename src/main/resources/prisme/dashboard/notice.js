// One calm sentence where something went wrong, and a way to try again.
export class Notice {
    #place;

    /** @param retry called when the reader wants to try again */
    constructor(place, retry) {
        this.#place = place;
        place.querySelector("button").addEventListener("click", retry);
    }

    show(sentence) {
        this.#place.querySelector("p").textContent = sentence;
        this.#place.hidden = false;
    }

    clear() {
        this.#place.hidden = true;
    }
}
