// Asks the server. Every request belongs to a view and ends with it.
import {byDimension} from "./state.js";

/** Where the server's own paths begin, be it under a path of another site. */
export const BASE = new URL("..", import.meta.url);

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Why there is no answer, in a sentence for the reader. */
export class Trouble extends Error {}

/** What a view asks: its sites and filters go with every question, and one question is sent once. */
export class Questions {
    #state;
    #signal;
    #answers = new Map();

    constructor(state, signal) {
        this.#state = state;
        this.#signal = signal;
    }

    /** The answer to a statistic about the stretch of time from `from` to `to`. */
    ask(name, {from, to}, more = {}) {
        const parameters = new URLSearchParams({
            from: from.toISOString(), to: to.toISOString(), tz: ZONE, ...domains(this.#state.sites),
            ...byDimension(this.#state.filters), ...more,
        });
        const path = `api/v1/stats/${name}?${parameters}`;
        if (!this.#answers.has(path)) {
            this.#answers.set(path, fetchJson(path, this.#signal));
        }
        return this.#answers.get(path);
    }
}

function domains(sites) {
    return sites.length === 0 ? {} : {domain: sites.join(",")};
}

async function fetchJson(path, signal) {
    const response = await answer(path, signal);
    if (response.status === 401) {
        const next = encodeURIComponent(location.pathname + location.search);
        location.assign(new URL("dashboard/sign-in?next=" + next, BASE));
        return new Promise(() => {});
    }
    if (!response.ok) {
        throw new Trouble(await reason(response));
    }
    return response.json();
}

async function answer(path, signal) {
    try {
        return await fetch(new URL(path, BASE), {signal, headers: {Accept: "application/json"}});
    } catch (error) {
        if (signal.aborted) {
            throw error;
        }
        throw new Trouble("The server does not answer.", {cause: error});
    }
}

async function reason(response) {
    const problem = await response.json().catch(() => ({}));
    return problem.detail ?? `The server answered ${response.status}.`;
}
