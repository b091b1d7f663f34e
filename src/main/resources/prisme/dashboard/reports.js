// The page that tells what became of the last reports. It asks again every few seconds while it is looked at.
import {element, foreign} from "./element.js";
import {tell} from "./notice.js";

const PAUSE = 5000;

const MEANINGS = {
    stored: "Counted", repeated: "Reload or second tab, no view", origin: "Site not registered", bot: "Bot",
    limit: "Too many from one address", no_session: "No visit at that page", bad_request: "Something wrong",
    unavailable: "Could not be stored",
};

const time = new Intl.DateTimeFormat(undefined, {timeStyle: "medium"});
const number = new Intl.NumberFormat();

let shown = "";

function counts(all) {
    return Object.entries(MEANINGS).flatMap(([outcome, meaning]) => [
        element("dt", {}, meaning), element("dd", {}, number.format(all[outcome] ?? 0)),
    ]);
}

function row(report) {
    const isGood = report.outcome === "stored" || report.outcome === "repeated";
    return element("tr", {},
        element("td", {}, time.format(new Date(report.time))),
        element("td", {class: isGood ? "better" : "worse"},
            element("b", {}, MEANINGS[report.outcome] ?? report.outcome), explained(report.detail)),
        element("td", {}, foreign(report.origin)),
        element("td", {}, `${report.method} `, foreign(report.path), explained(report.request_id)),
        element("td", {}, report.address, explained(report.address_because)));
}

function explained(text) {
    return text && element("small", {}, foreign(text));
}

/* What has not changed stays as it is, with whatever its reader has marked in it. */
function show(text) {
    if (text === shown) {
        return;
    }
    shown = text;
    const {counts: all, last} = JSON.parse(text);
    document.getElementById("counts").replaceChildren(...counts(all));
    document.getElementById("last").replaceChildren(...last.map(row));
    document.getElementById("none").hidden = last.length > 0;
}

async function ask() {
    const response = await fetch(new URL("../api/v1/reports", import.meta.url));
    if (response.status === 401) {
        const next = encodeURIComponent(location.pathname);
        location.assign(new URL("sign-in?next=" + next, import.meta.url));
        return;
    }
    if (!response.ok) {
        throw new Error(`The server answered ${response.status}.`);
    }
    show(await response.text());
}

async function refresh() {
    if (!document.hidden) {
        await ask().then(() => tell(""), () => tell("The server does not answer."));
    }
    setTimeout(refresh, PAUSE);
}

refresh();
