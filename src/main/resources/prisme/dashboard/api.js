// Asks the server. Every request belongs to a view and ends with it.
import {spell} from "./filter.js";
import {byDimension} from "./state.js";

/** Where the server's own paths begin, be it under a path of another site: two above this edition of the module. */
export const BASE = new URL("../..", import.meta.url);

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const UNREADABLE = "The server's answer cannot be read.";

/** Why there is no answer, in a sentence for the reader. */
export class Trouble extends Error {}

/**
 * What a view asks: its sites and filters go with every question, and one question is sent once. Those about one
 * stretch of time that are asked in one go are sent in one request, so that the server looks at its data once.
 */
export class Questions {
    #state;
    #signal;
    #answers = new Map();
    #leaving = new Map();

    constructor(state, signal) {
        this.#state = state;
        this.#signal = signal;
    }

    /** The answer to a statistic about the stretch of time from `from` to `to`, dates or words of the server's. */
    ask(name, {from, to}, more = {}) {
        const range = new URLSearchParams({from: spelled(from), to: spelled(to), tz: ZONE}).toString();
        const question = Object.keys(more).length === 0 ? name : `${name}?${new URLSearchParams(more)}`;
        const key = `${range} ${question}`;
        if (!this.#answers.has(key)) {
            this.#answers.set(key, this.#with(range, question));
        }
        return this.#answers.get(key);
    }

    async #with(range, question) {
        if (!this.#leaving.has(range)) {
            const questions = [];
            this.#leaving.set(range, {questions, answers: Promise.resolve().then(() => this.#send(range, questions))});
        }
        const {questions, answers} = this.#leaving.get(range);
        const place = questions.push(question) - 1;
        return (await answers)[place];
    }

    async #send(range, questions) {
        this.#leaving.delete(range);
        const parameters = new URLSearchParams({...domains(this.#state.sites), ...byDimension(this.#state.filters)});
        questions.forEach(question => parameters.append("ask", question));
        const {answers} = await fetchJson(`api/v1/stats/view?${range}&${parameters}`, this.#signal);
        if (answers?.length !== questions.length) {
            throw new Trouble(UNREADABLE);
        }
        return answers;
    }
}

function spelled(time) {
    return time instanceof Date ? time.toISOString() : time;
}

function domains(sites) {
    return sites.length === 0 ? {} : {domain: spell(sites.map(value => ({value})))};
}

async function fetchJson(path, signal) {
    const response = await promised(fetch(new URL(path, BASE), {signal, headers: {Accept: "application/json"}}),
        "The server does not answer.");
    if (response.status === 401) {
        const next = encodeURIComponent(location.pathname + location.search);
        location.assign(new URL("dashboard/sign-in?next=" + next, BASE));
        return new Promise(() => {});
    }
    if (!response.ok) {
        throw new Trouble(await reason(response));
    }
    return promised(response.json(), UNREADABLE);
}

/* Of a view that has ended nobody hears why. */
function promised(what, otherwise) {
    return what.catch(cause => {
        throw new Trouble(otherwise, {cause});
    });
}

async function reason(response) {
    const problem = await response.json().catch(() => ({}));
    return problem.detail ?? `The server answered ${response.status}.`;
}
