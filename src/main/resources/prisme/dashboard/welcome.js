// What stands in the place of numbers before there are any: the line to paste, and a wait for the first event.
import {BASE} from "./api.js";

export class Welcome {
    #place;
    #told;

    constructor(place) {
        const snippet = `<script src="${new URL("static/wa.js", BASE)}" defer></script>`;
        const text = place.querySelector("#snippet");
        text.textContent = snippet;
        this.#place = place;
        this.#told = place.querySelector("#copied");
        place.querySelector("#copy").addEventListener("click", () => this.#copy(snippet, text));
    }

    /** Whether this is what the reader sees. */
    set isShown(isShown) {
        this.#place.hidden = !isShown;
        document.getElementById("numbers").hidden = isShown;
    }

    /* Browsers give scripts the clipboard on secure origins alone; elsewhere the text is marked, ready to be copied. */
    async #copy(snippet, text) {
        try {
            await navigator.clipboard.writeText(snippet);
            this.#told.textContent = "Copied.";
        } catch {
            getSelection().selectAllChildren(text);
            this.#told.textContent = "Marked: copy it with Ctrl+C or ⌘C.";
        }
    }
}
