// Looks again from time to time while what is shown is still happening, and somebody is looking.
const WAITING = 2_000;
const TODAY = 15_000;
const LONGER = 60_000;
const DAY = 86_400_000;

export class Refresh {
    #look;
    #timer;
    #pause = Infinity;
    #last = 0;

    constructor(look) {
        this.#look = look;
        document.addEventListener("visibilitychange", () => this.#set());
    }

    pause() {
        clearTimeout(this.#timer);
        this.#pause = Infinity;
    }

    /** Starts the wait for the next look. */
    after({range, waits, hasFailed}) {
        this.#last = performance.now();
        this.#pause = waits ? WAITING : hasFailed ? TODAY : !range.isOpen ? Infinity
            : range.to - range.from < 2 * DAY ? TODAY : LONGER;
        this.#set();
    }

    #set() {
        clearTimeout(this.#timer);
        if (!document.hidden && this.#pause < Infinity) {
            const rest = this.#last + this.#pause - performance.now();
            this.#timer = setTimeout(this.#look, Math.max(0, rest));
        }
    }
}
