// The page: reads the address bar, shows what it says, and writes there what the reader chooses.
import {AllRows} from "./allrows.js";
import {Trouble} from "./api.js";
import {Chart} from "./chart.js";
import {Chips} from "./chips.js";
import {save} from "./csv.js";
import {EventsPanel} from "./events.js";
import {settled, toggled} from "./filter.js";
import {FilterForm} from "./filterform.js";
import {Help} from "./help.js";
import {listen} from "./keys.js";
import {fetchList, LISTS, MOST_ROWS, PANELS} from "./lists.js";
import {METRICS} from "./metrics.js";
import {tell} from "./notice.js";
import {Panel} from "./panel.js";
import {Periods} from "./periods.js";
import {dayText, PERIODS} from "./range.js";
import {Refresh} from "./refresh.js";
import {Sites} from "./sites.js";
import {fromQuery, toQuery} from "./state.js";
import {Summary} from "./summary.js";
import {selection, View} from "./view.js";
import {Welcome} from "./welcome.js";

const place = id => document.getElementById(id);
const acts = {choose, exclude, tab, all: list => go({rows: list}), save: saveList, saveRows};
const filterOf = (list, value, excludes) => ({dimension: LISTS[list].dimension, value, excludes, prefix: false});
const goToEvent = (event, property) => go({event, property, rows: ""});

const summary = new Summary(place("summary"), metric => go({metric}));
const chart = new Chart(place("chart"), zoom);
const panels = Object.entries(PANELS).map(([name, description]) => name === "events"
    ? new EventsPanel(name, description, acts, goToEvent) : new Panel(name, description, acts));
const allRows = new AllRows(acts, () => go({rows: ""}));
const chips = new Chips(place("chips"), filters => go({filters}));
const filterForm = new FilterForm(filter => go({filters: [...state.filters, filter]}));
const periods = new Periods(place("periods"), part => go(part));
const sites = new Sites(place("sites"), chosen => go({sites: chosen}));
const help = new Help();
const welcome = new Welcome(place("welcome"));
const parts = [[summary, place("summary")], [chart, place("chart")], ...panels.map(panel => [panel, panel.place])];
const refresh = new Refresh(() => look());

let state = fromQuery(location.search);
let view;
let told;
let shown;

/* Shows what the state says. What is there stays until what comes in its place has come. */
async function look() {
    view?.end();
    view = new View(state);
    await show(view);
}

/* The same for a state that may ask nothing new. */
async function turn() {
    await (view.turn(state) ? show(view) : look());
}

async function show(mine) {
    refresh.pause();
    place("numbers").setAttribute("aria-busy", "true");
    parts.forEach(([, at]) => at.classList.add("busy"));
    summary.mark(state.metric);
    chips.show(state.filters);
    try {
        await mine.begin(new Date());
        periods.show(state, mine.range);
        await Promise.all([sites.show(mine), allRows.show(mine), numbers(mine)]);
        tell("");
        document.title = [...document.querySelectorAll(".menu-label")].map(one => one.textContent).join(", ")
            + " – Prisme";
        shown = toQuery(mine.state);
        announce(mine);
    } catch (error) {
        complain(mine, error);
    }
    if (!mine.isOver) {
        place("numbers").setAttribute("aria-busy", "false");
        refresh.after(mine);
    }
}

/* To whoever listens: what came of a choice, not what changes by itself every few seconds. */
function announce({state: shown}) {
    if (told !== selection(shown)) {
        told = selection(shown);
        place("told").textContent = summary.words;
    }
}

/* What has not come is marked as old, by the style sheet. */
async function numbers(mine) {
    await Promise.all([decideOnWelcome(mine), ...parts.map(async ([part, at]) => {
        await part.show(mine);
        at.classList.remove("busy");
    })]);
}

async function decideOnWelcome(mine) {
    const {sessions} = await mine.questions.ask("totals", mine.range);
    const isNew = sessions === 0 && !await mine.hasEverCounted();
    mine.waits = isNew;
    welcome.isShown = isNew;
    place("nothing").hidden = sessions > 0 || isNew;
    place("why").textContent = mine.range.isAhead ? "There is no data yet." : `No visits ${mine.where}.`;
}

function complain(mine, error) {
    if (mine.isOver) {
        return;
    }
    const sentence = error instanceof Trouble ? error.message : "This page has a fault. Reloading it may help.";
    tell(sentence);
    allRows.complain(sentence);
    mine.hasFailed = true;
    if (shown === toQuery(mine.state)) {
        parts.forEach(([, at]) => at.classList.remove("busy"));
    }
    if (!(error instanceof Trouble)) {
        reportError(error);
    }
}

/* Every choice of the reader is a step that the back button takes back. */
function go(part) {
    const chosen = {...state, ...part};
    const next = {...chosen, filters: settled(chosen.filters)};
    if (toQuery(next) !== toQuery(state)) {
        state = next;
        history.pushState(null, "", location.pathname + toQuery(state));
        turn();
    }
}

function choose(list, key) {
    if (list === "top-custom-events") {
        goToEvent(key, null);
    } else if (list === "top-custom-event-properties") {
        go({property: key, rows: ""});
    } else {
        go({filters: toggled(state.filters, filterOf(list, key, false)), rows: ""});
    }
}

function exclude(list, key) {
    go({filters: [...state.filters, filterOf(list, key, true)], rows: ""});
}

function tab(panel, list, usual) {
    const {[panel]: _, ...others} = state.tabs;
    go({tabs: list === usual ? others : {...others, [panel]: list}});
}

function zoom({start, end}) {
    const last = end < view.range.to ? end : view.range.to;
    go({period: "custom", from: dayText(start), to: dayText(last)});
}

async function saveList(list) {
    const mine = view;
    try {
        saveRows(list, (await fetchList(mine, list, MOST_ROWS)).rows);
    } catch (error) {
        complain(mine, error);
    }
}

function saveRows(list, rows) {
    const {item, counts} = LISTS[list];
    const {range: {from, until}, state: {event, property}} = view;
    const about = list.startsWith("top-custom-event-") ? [event, property] : [];
    const name = [list, ...about, dayText(from), dayText(until)].filter(part => part).join("-");
    save(name + ".csv", [[item, counts], ...rows.map(({key, count}) => [key, count])]);
}

addEventListener("popstate", () => {
    state = fromQuery(location.search);
    turn();
});
place("add-filter").addEventListener("click", () => filterForm.open(view));
place("notice").querySelector("button").addEventListener("click", () => look());
place("help").addEventListener("click", () => help.open());
place("show-all").addEventListener("click", () => go({period: "all", from: "", to: "", filters: [], sites: []}));
listen(new Map([
    ...Object.entries(PERIODS).filter(([name]) => name !== "custom")
        .map(([period, {key}]) => [key, () => periods.choose({period, from: "", to: ""})]),
    ...Object.keys(METRICS).map((metric, index) => [String(index + 1), () => go({metric})]),
    [PERIODS.custom.key, () => periods.openDates()],
    ["f", () => filterForm.open(view)],
    ["x", () => go({filters: []})],
    ["s", () => sites.open()],
    ["r", () => look()],
    ["?", () => help.open()],
]));
place("panels").replaceChildren(...panels.map(panel => panel.place));
look();
