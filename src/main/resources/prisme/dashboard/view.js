// One look at the numbers: the state, the stretch of time it means now, and the questions that go with it. A view ends
// when another takes its place, and its requests end with it.
import {Questions} from "./api.js";
import {days, months, rangeOf} from "./range.js";
import {DEFAULTS, toQuery} from "./state.js";

const EVER = new Date(0);

/** What a state has to do with the questions asked; the rest is about how their answers are shown. */
export const selection = ({period, from, to, sites, filters}) =>
    toQuery({...DEFAULTS, period, from, to, sites, filters});

export class View {
    #ending = new AbortController();
    #anyone;
    #state;

    constructor(state) {
        this.#state = state;
        this.questions = new Questions(state, this.#ending.signal);
        this.anywhere = new Questions({...state, sites: [], filters: []}, this.#ending.signal);
        this.isChosen = (dimension, value) => state.filters.some(filter => filter.dimension === dimension
            && filter.value === value && !filter.excludes && !filter.prefix);
    }

    /** The same numbers looked at in another way, if that is all that the other state wants. */
    turn(state) {
        const asksTheSame = this.range !== undefined && !this.hasFailed && selection(state) === selection(this.#state);
        this.#state = asksTheSame ? state : this.#state;
        return asksTheSame;
    }

    get state() {
        return this.#state;
    }

    /** Where something was looked for, in words. */
    get where() {
        return this.#state.filters.length > 0 ? "with these filters in this period" : "in this period";
    }

    /** Finds the range, for which all time has to ask when it began. */
    async begin(now) {
        const first = this.state.period === "all" && this.range === undefined ? await this.#firstMonth(now) : undefined;
        this.range ??= rangeOf(this.state, now, first);
        this.ever = {from: EVER, to: now};
        return this;
    }

    /** Whether anything was ever counted on any site. */
    hasEverCounted() {
        this.#anyone ??= this.anywhere.ask("totals", this.ever).then(all => all.sessions > 0);
        return this.#anyone;
    }

    end() {
        this.#ending.abort();
    }

    get isOver() {
        return this.#ending.signal.aborted;
    }

    async #firstMonth(now) {
        const {keys, values} = await this.anywhere.ask("pageviews", {from: EVER, to: now}, {interval: "month"});
        const first = values.findIndex(value => value > 0);
        return first < 0 ? days(now, 0) : months(new Date(keys[first]), 0);
    }
}
